import { type Requests } from '../tools/tools';

export interface RetentionFigure {
  collection: string;
  title: string;
  /** null: as long as the programme runs. */
  months: number | null;
  declaredMonths: number | null;
  /** Records that would lose their personal data tonight. */
  due: number;
}

/** Limits as the server keeps them in hxSettings. */
export interface PrivacyLimits {
  revealLimit: { perDay: number };
  lockOut: { accountFailures: number; addressFailures: number; windowMinutes: number; lockMinutes: number };
  retention: { enabled: boolean; months: Readonly<Record<string, number>> };
}

const DEFAULTS: PrivacyLimits = {
  revealLimit: { perDay: 50 },
  lockOut: { accountFailures: 5, addressFailures: 50, windowMinutes: 15, lockMinutes: 15 },
  retention: { enabled: true, months: {} },
};

export const fetchRetention = ({ request }: Requests) => request<RetentionFigure[]>('hxPrivacy:retention');

export const anonymizeNow = ({ request }: Requests) =>
  request<Readonly<Record<string, number>>>('hxPrivacy:anonymize', { data: {} });

export async function fetchLimits({ request }: Requests): Promise<PrivacyLimits> {
  const params = { filter: { key: { $in: Object.keys(DEFAULTS) } } };
  const rows = await request<{ key: string; value: unknown }[]>('hxSettings:list', { params });
  return { ...DEFAULTS, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) };
}

export async function saveLimits({ request }: Requests, limits: PrivacyLimits): Promise<void> {
  for (const [key, value] of Object.entries(limits)) {
    await request('hxSettings:updateOrCreate', { params: { filterKeys: ['key'] }, data: { key, value } });
  }
}
