import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { tExpr as hostExpression, useFlowEngine } from '@nocobase/flow-engine';
import { REVIEW } from '../shared/constants';

/** Translates keys of this plugin's locale files; the key is the Chinese text. */
export const translator =
  (context: { t: Translate }): Translate =>
  (text, options) =>
    context.t(text, { ns: [REVIEW, 'client'], ...options });

export function useT(): Translate {
  return translator(useFlowEngine().context);
}

/** For titles and labels of models, which the host translates when it shows them. */
export function tExpr(text: string): string {
  return hostExpression(text, { ns: [REVIEW, 'client'] });
}
