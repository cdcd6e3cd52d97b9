import { languageOf, requestsOf, type Language, type Requests } from '@hongxin/plugin-foundation/client-v2';
import { useFlowEngine } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { type AssigneeRule } from '../../../shared/config';
import { valueOf, type OfferedRecords, type RuleOptionKind } from '../../../shared/rule-options';
import { fetchRecords, fetchRoles, fetchUsers, keyOfRecords, type RuleChoice } from '../../requests/rules';
import { manyPaths, personPaths } from './person-paths';
import { type RuleNames } from './rule-text';
import { ruleTypeOf, type RuleTypes } from './rule-types';

function mapOf<V extends string | number>(choices: readonly RuleChoice<V>[] | undefined): Map<V, string> {
  return new Map((choices ?? []).map(({ value, label }) => [value, label]));
}

/** Reads the names only of what the rules refer to; until they are read, and where they cannot be, keys stand in. */
export function useRuleNames(collection: string, rules: readonly AssigneeRule[], types: RuleTypes): RuleNames {
  const { context } = useFlowEngine();
  const { dataSourceManager } = context;
  const requests = requestsOf(context.api);
  const used = rules.flatMap((rule) =>
    (ruleTypeOf(rule, types)?.options ?? []).map((option) => ({ option, value: valueOf(rule, option) })),
  );
  const of = (kind: RuleOptionKind) => used.filter(({ option }) => option.kind === kind);
  const ids = of('users').flatMap(({ value }) => [value ?? []].flat().map(Number));
  const offered = of('records').flatMap(({ option }) => option.of ?? []);
  const hasRoles = of('role').length > 0;
  const quiet = { onError: () => undefined };
  const records = useRequest(() => recordNames(requests, languageOf(context), offered), {
    refreshDeps: [offered.map(keyOfRecords).join()],
    ...quiet,
  });
  const roles = useRequest(async () => (hasRoles ? fetchRoles(requests) : []), { refreshDeps: [hasRoles], ...quiet });
  const users = useRequest(async () => (ids.length > 0 ? fetchUsers(requests, { ids }) : []), {
    refreshDeps: [ids.join()],
    ...quiet,
  });
  const text = (title: string): string => context.t(title);
  const paths = [
    ...personPaths(dataSourceManager, collection, text),
    ...manyPaths(dataSourceManager, collection, text),
  ];
  return {
    records: records.data ?? new Map(),
    roles: mapOf(roles.data),
    users: mapOf(users.data),
    paths: mapOf(paths),
  };
}

async function recordNames(requests: Requests, language: Language, offered: readonly OfferedRecords[]) {
  const named = offered.map(
    async (of) => [keyOfRecords(of), mapOf(await fetchRecords(requests, language, of))] as const,
  );
  return new Map(await Promise.all(named));
}
