import { tExpr as hostExpression } from '@nocobase/flow-engine';
import { translatorOf } from '@hongxin/plugin-foundation/client-v2';
import { NAMESPACE } from './constants';

/** Translates keys of this plugin's locale files. */
export const translator = translatorOf(NAMESPACE);

/** For titles and labels of models, which the host translates when it shows them. */
export function tExpr(text: string): string {
  return hostExpression(text, { ns: [NAMESPACE, 'client'] });
}
