import { textsOf } from '@hongxin/plugin-foundation/client-v2';
import { REVIEW } from '../shared/constants';

export const texts = textsOf(REVIEW);
export const { translator, useT, tExpr } = texts;
