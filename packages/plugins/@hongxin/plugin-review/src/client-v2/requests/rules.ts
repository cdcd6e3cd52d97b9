import { OncePerCaller, type Language, type Requests } from '@hongxin/plugin-foundation/client-v2';
import { TASKS } from '../../shared/constants';
import { type AssigneeRuleType, type CheckRulesAnswer, type CheckRulesRequest } from '../../shared/contract';
import { type OfferedRecords } from '../../shared/rule-options';

export interface RuleChoice<V extends string | number = string> {
  value: V;
  label: string;
}

/** Kept per page load: canvases ask for the same lists with every card. */
const kept = new OncePerCaller<unknown>();

const once = <T>({ session }: Requests, key: string, ask: () => Promise<T>): Promise<T> =>
  kept.ask(session, key, ask) as Promise<T>;

const list = ({ request }: Requests, address: string, params: Record<string, unknown>) =>
  request<Record<string, unknown>[]>(address, { params });

/** Rules known on this server, with their options. */
export const fetchRuleTypes = (requests: Requests) =>
  once(requests, 'types', () => requests.request<AssigneeRuleType[]>(`${TASKS}:assigneeRules`));

/** Under which the names of such records are kept. */
export const keyOfRecords = ({ collection, value }: OfferedRecords): string => `${collection}.${value}`;

/** Records that an option offers; a server without their collection has none. */
export function fetchRecords(requests: Requests, language: Language, of: OfferedRecords): Promise<RuleChoice[]> {
  const { collection, value, title, titleEn, sort } = of;
  return once(requests, `${keyOfRecords(of)}.${language}`, async () => {
    const rows = await list(requests, `${collection}:list`, { pageSize: 200, ...(sort ? { sort: [sort] } : {}) });
    return rows.map((row) => ({
      value: String(row[value]),
      label: String((language === 'en' && titleEn && row[titleEn]) || row[title]),
    }));
  });
}

export function fetchRoles(requests: Requests): Promise<RuleChoice[]> {
  return once(requests, 'roles', async () => {
    const rows = await list(requests, 'roles:list', { paginate: false, fields: ['name', 'title'] });
    return rows.map(({ name, title }) => ({ value: String(name), label: String(title ?? name) }));
  });
}

export async function fetchUsers(
  requests: Requests,
  { keyword, ids }: { keyword?: string; ids?: readonly number[] },
): Promise<RuleChoice<number>[]> {
  const filter = ids ? { id: { $in: [...ids] } } : keyword ? { nickname: { $includes: keyword } } : {};
  const rows = await list(requests, 'users:list', { pageSize: 50, fields: ['id', 'nickname', 'username'], filter });
  return rows.map(({ id, nickname, username }) => ({ value: Number(id), label: String(nickname ?? username ?? id) }));
}

/** @returns where a rule can match nobody, in words */
export const checkRules = ({ request }: Requests, data: CheckRulesRequest) =>
  request<CheckRulesAnswer>(`${TASKS}:checkRules`, { data });
