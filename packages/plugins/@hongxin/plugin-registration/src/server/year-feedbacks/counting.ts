import { targetsFor, type AreaTargets, type FeedbackRubric } from '@hongxin/rules/registration';
import { type SettingDefinition, selectRows, type Scope } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';
import type { YearFacts } from './facts';
import { RUBRIC_SETTING } from './settings';

/** What a year is counted by: the rubric, and the targets that the city, streets and communities have set. */
export interface Counting {
  rubric: FeedbackRubric;
  targets: readonly AreaTargets[];
}

interface Settings {
  get<T>(definition: SettingDefinition<T>, transaction?: Transaction): Promise<T>;
}

export async function readCounting(settings: Settings, scope: Scope): Promise<Counting> {
  const rubric = await settings.get(RUBRIC_SETTING, scope.transaction);
  const targets = await selectRows<AreaTargets>(
    scope,
    'SELECT year, subject, "areaCode", times, hours * 60 AS minutes, claims FROM {hxYearTargets}',
    {},
  );
  return { rubric, targets };
}

/** The rubric with the targets that hold for one feedback. */
export function rubricOf(
  { rubric, targets }: Counting,
  facts: Pick<YearFacts, 'year' | 'subject' | 'areaCode'>,
): FeedbackRubric {
  return { ...rubric, targets: targetsFor(targets, facts, rubric.targets) };
}
