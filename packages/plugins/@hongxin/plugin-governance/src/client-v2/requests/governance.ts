import type { FlowContext } from '@nocobase/flow-engine';
import type { AreaChoice } from '../../server/overview/area-choices';
import type { NarrowingAnswer } from '../../server/overview/narrowing';
import type { FactsAnswer } from '../../server/organizations/tree/facts';
import type { GapRow } from '../../server/gaps/action';
import type { OverviewAnswer } from '../../server/overview/action';
import type { SearchHit, TreeNode } from '../../server/organizations/tree/action';
import type { GapKind } from '../../server/gaps/kinds';

export type { AreaChoice, FactsAnswer, GapKind, GapRow, NarrowingAnswer, OverviewAnswer, SearchHit, TreeNode };
export type FigureAnswer = OverviewAnswer['figures'][number];

export interface GapPage {
  rows: GapRow[];
  count: number;
}

/** Which gaps: of one kind or of all, in one area or in all of the caller's. */
export interface GapsAsked {
  kind: GapKind | null;
  areaCode: string | null;
}

/** What the blocks of this plugin ask the server for. */
export interface GovernanceRequests {
  overview(areaCode: string | null): Promise<OverviewAnswer>;
  narrowing(): Promise<NarrowingAnswer>;
  nodes(parentId: string | null): Promise<TreeNode[]>;
  search(text: string): Promise<SearchHit[]>;
  facts(organizationId: string): Promise<FactsAnswer>;
  gaps(options: GapsAsked & { page: number; pageSize: number }): Promise<GapPage>;
  gapsFile(asked: GapsAsked): Promise<Blob>;
}

export function governanceRequests({ api }: Pick<FlowContext, 'api'>): GovernanceRequests {
  const given = (params: object): Record<string, unknown> =>
    Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null));
  const get = async <T>(action: string, params: object): Promise<{ data: T; meta?: { count?: number } }> => {
    const { data } = await api.request<{ data: T; meta?: { count?: number } }>({
      url: `hxGovernance:${action}`,
      method: 'get',
      params: given(params),
    });
    return data;
  };
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
    gapsFile: async (asked) => {
      const { data } = await api.request<Blob>({
        url: 'hxGovernance:exportGaps',
        method: 'get',
        params: given(asked),
        responseType: 'blob',
      });
      return data;
    },
  };
}
