import { type APIClientLike } from '@nocobase/flow-engine';
import { type RecordKey } from './transitions';

/** Asks for a personal field in clear text; the server writes down who asked and why. */
export async function revealField(
  api: APIClientLike,
  collection: string,
  key: RecordKey,
  { field, reason }: { field: string; reason: string },
): Promise<string> {
  const { data } = await api.request<{ data: { value: string | null } }>({
    url: `${collection}:reveal/${encodeURIComponent(String(key))}`,
    method: 'post',
    data: { field, reason },
    skipNotify: true,
  });
  return data.data.value ?? '';
}
