import { translatorOf, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { tExpr as hostExpression, useFlowEngine } from '@nocobase/flow-engine';
import { REVIEW } from '../shared/constants';

/** Translates keys of this plugin's locale files. */
export const translator = translatorOf(REVIEW);

export function useT(): Translate {
  return translator(useFlowEngine().context);
}

/** For titles and labels of models, which the host translates when it shows them. */
export function tExpr(text: string): string {
  return hostExpression(text, { ns: [REVIEW, 'client'] });
}
