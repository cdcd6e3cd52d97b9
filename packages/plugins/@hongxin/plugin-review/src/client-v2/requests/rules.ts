import { OncePerCaller, type Language } from '@hongxin/plugin-foundation/client-v2';
import { type APIClientLike } from '@nocobase/flow-engine';
import { TASKS } from '../../shared/constants';
import { type AssigneeRuleType, type CheckRulesAnswer, type CheckRulesRequest } from '../../shared/contract';

export interface RuleChoice<V extends string | number = string> {
  value: V;
  label: string;
}

/** Kept per page load: canvases ask for the same lists with every card. */
const kept = new OncePerCaller<unknown>();

const once = <T>(api: APIClientLike, key: string, ask: () => Promise<T>): Promise<T> =>
  kept.ask(api, key, ask) as Promise<T>;

async function list(
  api: APIClientLike,
  url: string,
  params: Record<string, unknown>,
): Promise<Record<string, unknown>[]> {
  const config = { url, method: 'get' as const, params, skipNotify: true };
  return (await api.request<{ data: Record<string, unknown>[] }>(config)).data.data;
}

/** Rule types known on this server. */
export function fetchRuleTypes(api: APIClientLike): Promise<AssigneeRuleType[]> {
  return once(
    api,
    'types',
    async () => (await list(api, `${TASKS}:assigneeRules`, {})) as unknown as AssigneeRuleType[],
  );
}

/** Posts of the governance plugin; a server without it has none. */
export function fetchPostTypes(api: APIClientLike, language: Language): Promise<RuleChoice[]> {
  return once(api, `posts.${language}`, async () => {
    const rows = await list(api, 'hxPostTypes:list', { pageSize: 200, sort: ['sort'] });
    return rows.map(({ code, title, titleEn }) => ({
      value: String(code),
      label: String((language === 'en' && titleEn) || title),
    }));
  });
}

export function fetchRoles(api: APIClientLike): Promise<RuleChoice[]> {
  return once(api, 'roles', async () => {
    const rows = await list(api, 'roles:list', { paginate: false, fields: ['name', 'title'] });
    return rows.map(({ name, title }) => ({ value: String(name), label: String(title ?? name) }));
  });
}

export async function fetchUsers(
  api: APIClientLike,
  { keyword, ids }: { keyword?: string; ids?: readonly number[] },
): Promise<RuleChoice<number>[]> {
  const filter = ids ? { id: { $in: [...ids] } } : keyword ? { nickname: { $includes: keyword } } : {};
  const rows = await list(api, 'users:list', { pageSize: 50, fields: ['id', 'nickname', 'username'], filter });
  return rows.map(({ id, nickname, username }) => ({ value: Number(id), label: String(nickname ?? username ?? id) }));
}

/** @returns where a rule can match nobody, in words */
export async function checkRules(api: APIClientLike, request: CheckRulesRequest): Promise<CheckRulesAnswer> {
  const config = { url: `${TASKS}:checkRules`, method: 'post' as const, data: request, skipNotify: true };
  return (await api.request<{ data: CheckRulesAnswer }>(config)).data.data;
}
