import { type Requests } from '../tools/tools';
import { type RecordKey } from './transitions';

/** Asks for a personal field in clear text; the server writes down who asked and why. */
export async function revealField(
  { request }: Pick<Requests, 'request'>,
  collection: string,
  key: RecordKey,
  { field, reason }: { field: string; reason: string },
): Promise<string> {
  const address = `${collection}:reveal/${encodeURIComponent(String(key))}`;
  const { value } = await request<{ value: string | null }>(address, { data: { field, reason } });
  return value ?? '';
}
