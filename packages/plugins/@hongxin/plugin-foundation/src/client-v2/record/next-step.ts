import { labelText, type Language, type Translate } from '../tools/texts';
import { type PublicParty, type PublicProcess, type PublicTransition } from '../requests/processes';

const LEVELS: Readonly<Record<string, string>> = {
  city: '市',
  street: '街道',
  community: '社区',
  estate: '小区',
  building: '楼栋',
  unit: '单元',
};

/**
 * Who is expected to act on a record in this state, in words, e.g. 单位确认（单位联络员）.
 * Sending back, cancelling and what only the system does are not what a record waits for.
 */
export function nextSteps(process: PublicProcess, state: string, language: Language, t: Translate): string[] {
  const sides = new Set(process.states.filter(({ side }) => side).map(({ name }) => name));
  return process.transitions
    .filter(({ from, to, appearance }) => from.includes(state) && !sides.has(to) && appearance !== 'danger')
    .map((transition) => ({ transition, who: actors(transition, language, t) }))
    .filter(({ who }) => who.length > 0)
    .map(({ transition, who }) =>
      t('{{step}}（{{who}}）', { step: labelText(transition.label, language), who: who.join('/') }),
    );
}

function actors({ by }: PublicTransition, language: Language, t: Translate): string[] {
  return [...new Set(by.map((party) => actor(party, language, t)).filter((name) => name !== undefined))];
}

function actor(party: PublicParty, language: Language, t: Translate): string | undefined {
  if (party === 'system') return undefined;
  if (party === 'owner') return t('填报人');
  if (!party.label) return undefined;
  const name = labelText(party.label, language);
  const levels = [party.level ?? []].flat().map((level) => t(LEVELS[level] ?? level));
  return levels.length === 0 ? name : t('{{level}}{{role}}', { level: levels.join('/'), role: name });
}
