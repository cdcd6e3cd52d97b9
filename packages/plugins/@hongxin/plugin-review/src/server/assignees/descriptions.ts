import type { Language, LocalizedText } from '@hongxin/rules/mechanism';
import { OPTION_KINDS, type RuleDescription, type RuleOption } from '../../shared/rule-options';

export type DeclaredOption = RuleOption<LocalizedText>;

/** Kinds that are nothing without this. */
const NEEDS = { choice: 'choices', choices: 'choices', records: 'of' } as const;

/**
 * What a rule says of itself is whole: its options are of kinds that the canvas can draw, and its sentence speaks of them.
 * @throws naming the rule and what is wrong
 */
export function checkDescription({ type, sentence, options }: RuleDescription<LocalizedText>): void {
  const wrong = (what: string): Error => new Error(`assignee rule ${type}: ${what}`);
  for (const { name, kind, ...option } of options) {
    if (!OPTION_KINDS.includes(kind)) throw wrong(`the option ${name} is of the unknown kind "${kind}"`);
    const needed = NEEDS[kind as keyof typeof NEEDS];
    if (needed && option[needed] === undefined) throw wrong(`the option ${name} has to say its ${needed}`);
  }
  for (const text of [sentence.zh, sentence.en])
    for (const [, name] of text.matchAll(/{{(\w+)}}/g))
      if (!options.some((option) => option.name === name))
        throw wrong(`its sentence speaks of "${name}", which is none of its options`);
}

/** As the canvas draws it. */
export function describedIn(language: Language, rule: RuleDescription<LocalizedText>): RuleDescription<string> {
  return {
    type: rule.type,
    title: rule.title[language],
    sentence: rule.sentence[language],
    options: rule.options.map(({ title, choices, ...rest }) => ({
      ...rest,
      title: title[language],
      ...(choices
        ? {
            choices: choices.map(({ value, title: choice, said }) => ({
              value,
              title: choice[language],
              ...(said ? { said: said[language] } : {}),
            })),
          }
        : {}),
    })),
  };
}
