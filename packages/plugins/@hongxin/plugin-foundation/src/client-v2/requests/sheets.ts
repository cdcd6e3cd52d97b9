import { type APIClientLike } from '@nocobase/flow-engine';
import { requestFailure } from './errors';

/** A column of a sheet, as NocoBase's import and export take it. */
export interface SheetColumn {
  dataIndex: string[];
  title?: string;
  defaultTitle?: string;
  description?: string;
}

export interface ChangedRow {
  row: number;
  label: string;
  cells: { title: string; from: string; to: string }[];
}

export interface RefusedRow {
  row: number;
  title: string | null;
  message: string;
}

/** What an import of a file would do. */
export interface ImportPreview {
  counts: { created: number; changed: number; unchanged: number; refused: number };
  created: { row: number; label: string }[];
  changed: ChangedRow[];
  refused: RefusedRow[];
  listed: number;
  basis: Readonly<Record<string, string>>;
}

export interface ImportCounts {
  created: number;
  changed: number;
  unchanged: number;
}

export interface ImportRequests {
  template(): Promise<Blob>;
  /** @returns null where the host imports itself, which cannot check first */
  check(file: File): Promise<ImportPreview | null>;
  write(file: File, basis: ImportPreview['basis'] | null, key: string): Promise<ImportCounts>;
}

/** Long sheets take a while. */
const TIMEOUT = 600_000;

export interface ImportTarget {
  /** Where the list's actions are asked for. */
  address: string;
  headers: Record<string, string>;
  title: string;
  explain?: string;
  columns: readonly SheetColumn[];
}

export function importRequests(
  api: APIClientLike,
  { address, headers: place, title, explain, columns }: ImportTarget,
): ImportRequests {
  const send = async <T>(action: string, file: File, more: Record<string, string>, headers = {}): Promise<T> => {
    const data = new FormData();
    data.append('file', file);
    data.append('columns', JSON.stringify(columns));
    for (const [name, value] of Object.entries(more)) data.append(name, value);
    const request = {
      url: `${address}:${action}`,
      method: 'post' as const,
      data,
      headers: { ...place, ...headers },
      timeout: TIMEOUT,
      skipNotify: true,
    };
    return (await api.request<{ data: T }>(request)).data.data;
  };
  return {
    async template() {
      const { data } = await api.request<Blob>({
        url: `${address}:downloadXlsxTemplate`,
        method: 'post',
        data: { title, explain, columns: columns.filter(({ dataIndex }) => dataIndex.join('.') !== 'id') },
        headers: place,
        responseType: 'blob',
        skipNotify: true,
      });
      return data;
    },
    check: (file) =>
      send<ImportPreview>('importPreview', file, {}).catch((error: unknown) => {
        const { status, reasons } = requestFailure(error);
        if (status === 404 || reasons.some(({ code }) => code === 'IMPORT_PREVIEW_ELSEWHERE')) return null;
        throw error;
      }),
    async write(file, basis, key) {
      const more: Record<string, string> = basis ? { basis: JSON.stringify(basis) } : {};
      const answer = await send<Partial<ImportCounts> & { successCount: number }>('importXlsx', file, more, {
        'Idempotency-Key': key,
      });
      return { created: answer.successCount, changed: 0, unchanged: 0, ...answer };
    },
  };
}

/** The workbook that an export answers. @throws with the reasons, which come as a blob like the workbook */
export async function exportSheet(
  api: APIClientLike,
  { address, headers }: Pick<ImportTarget, 'address' | 'headers'>,
  { columns, params }: { columns: readonly SheetColumn[]; params: Record<string, unknown> },
): Promise<Blob> {
  try {
    const request = {
      method: 'post' as const,
      data: { columns },
      headers,
      params,
      responseType: 'blob' as const,
      timeout: TIMEOUT,
      skipNotify: true,
    };
    return (await api.request<Blob>({ url: `${address}:export`, ...request })).data;
  } catch (error) {
    throw await withReadBody(error);
  }
}

interface BlobError {
  response?: { data?: unknown };
}

async function withReadBody(error: unknown): Promise<unknown> {
  const { response } = error as BlobError;
  if (!(response?.data instanceof Blob)) return error;
  const text = await response.data.text();
  try {
    response.data = JSON.parse(text) as unknown;
  } catch {
    response.data = { errors: [{ message: text.slice(0, 500) }] };
  }
  return error;
}
