import { useTools, type Requests } from '@hongxin/plugin-foundation/client-v2';
import { useMemo } from 'react';
import type { FactsAnswer, GapRow, NarrowingAnswer, OverviewAnswer, SearchHit, TreeNode } from '../../shared/answers';
import type { GapKind } from '../../shared/gap-kinds';

export interface GapPage {
  rows: GapRow[];
  count: number;
}

/** Which gaps: of one kind or of all, in one area or in all of the caller's. */
export interface GapsAsked {
  kind: GapKind | null;
  areaCode: string | null;
}

/** What the blocks of this plugin ask the server for; whatever goes wrong the client around them tells. */
export interface GovernanceRequests {
  overview(areaCode: string | null): Promise<OverviewAnswer>;
  narrowing(): Promise<NarrowingAnswer>;
  nodes(parentId: string | null): Promise<TreeNode[]>;
  search(text: string): Promise<SearchHit[]>;
  facts(organizationId: string): Promise<FactsAnswer>;
  gaps(options: GapsAsked & { page: number; pageSize: number }): Promise<GapPage>;
  gapsFile(asked: GapsAsked): Promise<Blob>;
}

export function governanceRequests({ answer, file }: Requests): GovernanceRequests {
  const given = (params: object) => ({
    params: Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null)),
    isTold: true,
  });
  const get = <T>(action: string, params: object) =>
    answer<T, { count?: number } | undefined>(`hxGovernance:${action}`, given(params));
  return {
    overview: async (areaCode) => (await get<OverviewAnswer>('overview', { areaCode })).data,
    narrowing: async () => (await get<NarrowingAnswer>('narrowing', {})).data,
    nodes: async (parentId) => (await get<{ nodes: TreeNode[] }>('tree', { parentId })).data.nodes,
    search: async (text) => (await get<{ hits: SearchHit[] }>('tree', { search: text })).data.hits,
    facts: async (organizationId) => (await get<FactsAnswer>('facts', { organizationId })).data,
    gaps: async (options) => {
      const { data, meta } = await get<GapRow[]>('gaps', options);
      return { rows: data, count: meta?.count ?? data.length };
    },
    gapsFile: (asked) => file('hxGovernance:exportGaps', given(asked)),
  };
}

/** The same for a screen, with its tools. */
export function useGovernance(): GovernanceRequests {
  const tools = useTools();
  return useMemo(() => governanceRequests(tools), [tools]);
}
