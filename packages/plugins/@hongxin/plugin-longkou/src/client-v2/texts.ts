import { textsOf } from '@hongxin/plugin-foundation/client-v2';

export const texts = textsOf('@hongxin/plugin-longkou');
