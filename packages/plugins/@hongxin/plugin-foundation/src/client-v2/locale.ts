import { tExpr as hostExpression, useFlowEngine } from '@nocobase/flow-engine';
import { NAMESPACE } from './constants';
import { type Translate } from './tools/texts';

interface Translator {
  t: Translate;
}

/** Ways to the texts of a plugin's locale files, whose keys are the Chinese texts. */
export interface Texts {
  namespace: string;
  /** What is filled in stays as it is: React writes text as text, and escaped once more a name with "/" or "&" would read `&#x2F;`. */
  translator(this: void, context: Translator): Translate;
  useT(this: void): Translate;
  /** For titles and labels of models, which the host translates when it shows them. */
  tExpr(this: void, text: string): string;
}

export function textsOf(namespace: string): Texts {
  const ns = [namespace, 'client'];
  const translator =
    (context: Translator): Translate =>
    (text, options) =>
      context.t(text, { ns, interpolation: { escapeValue: false }, ...options });
  return {
    namespace,
    translator,
    useT: () => translator(useFlowEngine().context),
    tExpr: (text) => hostExpression(text, { ns }),
  };
}

export const texts = textsOf(NAMESPACE);
export const { translator, tExpr } = texts;
