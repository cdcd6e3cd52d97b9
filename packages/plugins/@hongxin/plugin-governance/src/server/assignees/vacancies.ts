import { selectRows } from '@hongxin/plugin-foundation';
import { AREA_LEVEL_LABELS, type AreaLevel, type LocalizedText } from '@hongxin/rules/mechanism';
import type { Application } from '@nocobase/server';
import { today } from '../common/today';
import type { Scope } from './officials';
import type { PostHolderRule } from './rule-configs';

/** So many places are named; of the others only their number. */
const NAMED = 5;

interface PostType {
  title: string;
  titleEn: string | null;
  code: string;
  holders: string;
}

/** Why a rule about posts can match nobody: posts unknown or vacant everywhere, or vacant in places of its level. */
export async function postHolderWarning(
  { postTypes = [], level }: PostHolderRule,
  _collection: string,
  app: Application,
): Promise<LocalizedText | null> {
  if (postTypes.length === 0) return { zh: '请选择岗位', en: 'choose a post' };
  const scope = { db: app.db };
  const known = await postTypesOf(scope, postTypes);
  const unknown = postTypes.filter((code) => !known.some((type) => type.code === code));
  if (unknown.length > 0)
    return { zh: `没有岗位：${unknown.join('、')}`, en: `there is no post ${unknown.join(', ')}` };
  const posts = {
    zh: known.map(({ title }) => `“${title}”`).join('、'),
    en: known.map(({ title, titleEn }) => `"${titleEn || title}"`).join(' or '),
  };
  if (known.every(({ holders }) => Number(holders) === 0))
    return { zh: `目前没有人任职且有账号：${posts.zh}`, en: `nobody with an account is ${posts.en}` };
  return level ? vacancies(scope, level, postTypes, posts) : null;
}

/** Post types of these codes, with how many people with an account hold one now. */
async function postTypesOf(scope: Scope, codes: readonly string[]): Promise<PostType[]> {
  return selectRows<PostType>(
    scope,
    `SELECT t.code, t.title, t."titleEn" AS "titleEn", COUNT(s.id) AS holders
     FROM {hxPostTypes} t
     LEFT JOIN {hxPosts} p ON p."postTypeId" = t.id AND p."startsOn" <= :today AND (p."endsOn" IS NULL OR p."endsOn" >= :today)
     LEFT JOIN {hxPersons} s ON s.id = p."personId" AND s."userId" IS NOT NULL
     WHERE t.code IN (:codes) GROUP BY t.id ORDER BY t.sort, t.id`,
    { codes: [...codes], today: today() },
  );
}

/** Places of a level where nobody with an account holds any of the posts, also not in an organisation that covers it. */
async function vacancies(
  scope: Scope,
  level: AreaLevel,
  postTypes: readonly string[],
  posts: LocalizedText,
): Promise<LocalizedText | null> {
  const places = await selectRows<{ name: string; vacant: boolean }>(
    scope,
    `SELECT a.name, NOT EXISTS (
       SELECT 1 FROM {hxPosts} p
       JOIN {hxPersons} s ON s.id = p."personId" AND s."userId" IS NOT NULL
       JOIN {hxPostTypes} t ON t.id = p."postTypeId" AND t.code IN (:postTypes)
       WHERE p."startsOn" <= :today AND (p."endsOn" IS NULL OR p."endsOn" >= :today)
         AND (p."areaId" = a.id OR EXISTS (
           SELECT 1 FROM {hxOrganizations} o
           JOIN {hxOrganizationAreas} l ON l."organizationId" = o.id
           WHERE o.id = p."organizationId" AND o."areaId" = p."areaId" AND l."areaId" = a.id))
     ) AS vacant
     FROM {hxAreas} a WHERE a.level = :level ORDER BY a.code`,
    { level, postTypes: [...postTypes], today: today() },
  );
  const vacant = places.filter((place) => place.vacant).map(({ name }) => name);
  if (vacant.length === 0) return null;
  const { zh, en } = AREA_LEVEL_LABELS[level];
  if (vacant.length === places.length)
    return {
      zh: `没有一个${zh}有人担任${posts.zh}且有账号`,
      en: `no ${en} has a ${posts.en} with an account`,
    };
  const named = vacant.slice(0, NAMED);
  const more = vacant.length > NAMED;
  return {
    zh: `${named.join('、')}${more ? ` 等 ${vacant.length} 个${zh}` : ''}没有人担任${posts.zh}且有账号`,
    en: `${named.join(', ')}${more ? ` and others (${vacant.length} in all)` : ''}: no ${posts.en} with an account`,
  };
}
