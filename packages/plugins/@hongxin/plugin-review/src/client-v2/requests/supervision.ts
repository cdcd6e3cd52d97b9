import { type Requests } from '@hongxin/plugin-foundation/client-v2';
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
  { answer }: Requests,
  query: SupervisionQuery,
  page: number,
  pageSize: number,
): Promise<{ rows: SupervisionRow[]; count: number }> {
  const asked = { params: { ...params(query), page, pageSize } };
  const { data, meta } = await answer<SupervisionRow[], ListMeta>(`${TASKS}:supervision`, asked);
  return { rows: data, count: meta.count };
}

export const fetchFigures = ({ request }: Requests, query: SupervisionQuery) =>
  request<SupervisionFigures>(`${TASKS}:supervisionFigures`, { params: params(query) });

/** The list as an Excel file. */
export const fetchExport = ({ file }: Requests, query: SupervisionQuery): Promise<Blob> =>
  file(`${TASKS}:supervisionExport`, { params: params(query) });
