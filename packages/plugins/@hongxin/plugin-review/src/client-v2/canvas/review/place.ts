import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { type AreaLevelName, type AssigneeRule } from '../../../shared/config';

const LEVELS: readonly { level: AreaLevelName; title: string }[] = [
  { level: 'city', title: '所在的市' },
  { level: 'street', title: '所在的街道' },
  { level: 'community', title: '所在的社区' },
  { level: 'estate', title: '所在的小区' },
  { level: 'building', title: '所在的楼栋' },
];
const ABOVE = ['记录所在的区域', '上一级', '上两级', '上三级'];

interface Place {
  levelsAbove?: number;
  level?: AreaLevelName;
}

/** One choice for both ways of naming a level: by its name, or by its distance. */
export function placeChoices(t: Translate): { value: string; label: string }[] {
  return [
    ...ABOVE.map((title, above) => ({ value: `above:${above}`, label: t(title) })),
    ...LEVELS.map(({ level, title }) => ({ value: `level:${level}`, label: t(title) })),
  ];
}

export function placeOf(rule: AssigneeRule): string | undefined {
  const { levelsAbove, level } = rule as Place;
  if (level) return `level:${level}`;
  return levelsAbove === undefined ? undefined : `above:${levelsAbove}`;
}

export function withPlace(rule: AssigneeRule, place: string): AssigneeRule {
  const [kind, value] = place.split(':');
  const { levelsAbove: _above, level: _level, ...rest } = rule as AssigneeRule & Place;
  return kind === 'level'
    ? ({ ...rest, level: value as AreaLevelName } as AssigneeRule)
    : ({ ...rest, levelsAbove: Number(value) } as AssigneeRule);
}
