import type { FlowContext } from '@nocobase/flow-engine';
import type { FactsAnswer } from '../../server/actions/facts';
import type { GapRow } from '../../server/actions/gaps';
import type { OverviewAnswer } from '../../server/actions/overview';
import type { SearchHit, TreeNode } from '../../server/actions/tree';
import type { GapKind } from '../../server/gaps/kinds';

export type { FactsAnswer, GapKind, GapRow, OverviewAnswer, SearchHit, TreeNode };
export type FigureAnswer = OverviewAnswer['figures'][number];

export interface GapPage {
  rows: GapRow[];
  count: number;
}

/** What the blocks of this plugin ask the server for. */
export interface GovernanceRequests {
  overview(areaCode: string | null): Promise<OverviewAnswer>;
  nodes(parentId: string | null): Promise<TreeNode[]>;
  search(text: string): Promise<SearchHit[]>;
  facts(organizationId: string): Promise<FactsAnswer>;
  gaps(options: { kind: GapKind | null; page: number; pageSize: number }): Promise<GapPage>;
  gapsFile(kind: GapKind | null): Promise<Blob>;
}

export function governanceRequests({ api }: Pick<FlowContext, 'api'>): GovernanceRequests {
  const get = async <T>(
    action: string,
    params: Record<string, unknown>,
  ): Promise<{ data: T; meta?: { count?: number } }> => {
    const given = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null));
    const { data } = await api.request<{ data: T; meta?: { count?: number } }>({
      url: `hxGovernance:${action}`,
      method: 'get',
      params: given,
    });
    return data;
  };
  return {
    overview: async (areaCode) => (await get<OverviewAnswer>('overview', { areaCode })).data,
    nodes: async (parentId) => (await get<{ nodes: TreeNode[] }>('tree', { parentId })).data.nodes,
    search: async (text) => (await get<{ hits: SearchHit[] }>('tree', { search: text })).data.hits,
    facts: async (organizationId) => (await get<FactsAnswer>('facts', { organizationId })).data,
    gaps: async (options) => {
      const { data, meta } = await get<GapRow[]>('gaps', options);
      return { rows: data, count: meta?.count ?? data.length };
    },
    gapsFile: async (kind) => {
      const params = kind === null ? {} : { kind };
      return (await api.request<Blob>({ url: 'hxGovernance:exportGaps', method: 'get', params, responseType: 'blob' }))
        .data;
    },
  };
}
