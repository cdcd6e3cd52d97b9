import { tExpr as hostExpression } from '@nocobase/flow-engine';
import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { NAMESPACE } from './constants';

/** Translates keys of this plugin's locale files; the key is the Chinese text. */
export const translator =
  (context: { t: Translate }): Translate =>
  (text, options) =>
    context.t(text, { ns: [NAMESPACE, 'client'], ...options });

/** For titles and labels of models, which the host translates when it shows them. */
export function tExpr(text: string): string {
  return hostExpression(text, { ns: [NAMESPACE, 'client'] });
}
