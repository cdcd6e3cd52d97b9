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

/** One choice for both ways of naming a level: by its name, or by its distance. */
export function placeChoices(t: Translate): { value: string; label: string }[] {
  return [
    ...ABOVE.map((title, above) => ({ value: `above:${above}`, label: t(title) })),
    ...LEVELS.map(({ level, title }) => ({ value: `level:${level}`, label: t(title) })),
  ];
}

export function placeOf(rule: AssigneeRule): string | undefined {
  const { levelsAbove, level } = rule;
  if (level) return `level:${String(level)}`;
  return levelsAbove === undefined ? undefined : `above:${String(levelsAbove)}`;
}

export function withPlace(rule: AssigneeRule, place: string): AssigneeRule {
  const [kind, value] = place.split(':');
  const { levelsAbove: _above, level: _level, ...rest } = rule;
  return kind === 'level' ? { ...rest, level: value } : { ...rest, levelsAbove: Number(value) };
}
