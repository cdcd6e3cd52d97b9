import { textsOf } from '@hongxin/plugin-foundation/client-v2';
import { NAMESPACE } from './constants';

export const texts = textsOf(NAMESPACE);
