import { languageOf, requestsOf } from '@hongxin/plugin-foundation/client-v2';
import { useFlowEngine } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { type AssigneeRule } from '../../../shared/config';
import { fetchPostTypes, fetchRoles, fetchUsers, type RuleChoice } from '../../requests/rules';
import { manyPaths, personPaths } from './person-paths';
import { type RuleNames } from './rule-text';

function mapOf<V extends string | number>(choices: readonly RuleChoice<V>[] | undefined): Map<V, string> {
  return new Map((choices ?? []).map(({ value, label }) => [value, label]));
}

/** Reads the names only of what the rules refer to; until they are read, and where they cannot be, keys stand in. */
export function useRuleNames(collection: string, rules: readonly AssigneeRule[]): RuleNames {
  const { context } = useFlowEngine();
  const { dataSourceManager } = context;
  const requests = requestsOf(context.api);
  const types = new Set(rules.map(({ type }) => type));
  const ids = rules.flatMap((rule) => ('userIds' in rule ? ((rule.userIds ?? []) as number[]) : []));
  const quiet = { onError: () => undefined };
  const hasPosts = types.has('postHolder');
  const hasRoles = types.has('role');
  const posts = useRequest(async () => (hasPosts ? fetchPostTypes(requests, languageOf(context)) : []), {
    refreshDeps: [hasPosts],
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
  return { posts: mapOf(posts.data), roles: mapOf(roles.data), users: mapOf(users.data), paths: mapOf(paths) };
}
