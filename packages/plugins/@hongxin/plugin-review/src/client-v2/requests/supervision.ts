import { type APIClientLike } from '@nocobase/flow-engine';
import { TASKS } from '../../shared/constants';
import { type ListMeta, type SupervisionFigures, type SupervisionRow } from '../../shared/contract';

export interface SupervisionQuery {
  process?: string;
  areaCode?: string;
  overdue?: boolean;
}

/** `false` and nothing are not part of the address. */
function params(query: SupervisionQuery): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== false));
}

export async function fetchSupervision(
  api: APIClientLike,
  query: SupervisionQuery,
  page: number,
  pageSize: number,
): Promise<{ rows: SupervisionRow[]; count: number }> {
  const { data } = await api.request<{ data: SupervisionRow[]; meta: ListMeta }>({
    url: `${TASKS}:supervision`,
    method: 'get',
    params: { ...params(query), page, pageSize },
    skipNotify: true,
  });
  return { rows: data.data, count: data.meta.count };
}

export async function fetchFigures(api: APIClientLike, query: SupervisionQuery): Promise<SupervisionFigures> {
  const config = {
    url: `${TASKS}:supervisionFigures`,
    method: 'get' as const,
    params: params(query),
    skipNotify: true,
  };
  return (await api.request<{ data: SupervisionFigures }>(config)).data.data;
}

/** The list as an Excel file. */
export async function fetchExport(api: APIClientLike, query: SupervisionQuery): Promise<Blob> {
  const config = { url: `${TASKS}:supervisionExport`, method: 'get' as const, params: params(query) };
  return (await api.request<Blob>({ ...config, responseType: 'blob', skipNotify: true })).data;
}
