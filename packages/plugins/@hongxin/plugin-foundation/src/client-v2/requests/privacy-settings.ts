import { type APIClientLike } from '@nocobase/flow-engine';

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

export async function fetchRetention(api: APIClientLike): Promise<RetentionFigure[]> {
  const { data } = await api.request<{ data: RetentionFigure[] }>({
    url: 'hxPrivacy:retention',
    method: 'get',
    skipNotify: true,
  });
  return data.data;
}

export async function anonymizeNow(api: APIClientLike): Promise<Readonly<Record<string, number>>> {
  const { data } = await api.request<{ data: Record<string, number> }>({
    url: 'hxPrivacy:anonymize',
    method: 'post',
    skipNotify: true,
  });
  return data.data;
}

export async function fetchLimits(api: APIClientLike): Promise<PrivacyLimits> {
  const { data } = await api.request<{ data: { key: string; value: unknown }[] }>({
    url: 'hxSettings:list',
    method: 'get',
    params: { filter: { key: { $in: Object.keys(DEFAULTS) } } },
    skipNotify: true,
  });
  const stored = Object.fromEntries(data.data.map(({ key, value }) => [key, value]));
  return { ...DEFAULTS, ...stored } as PrivacyLimits;
}

export async function saveLimits(api: APIClientLike, limits: PrivacyLimits): Promise<void> {
  for (const [key, value] of Object.entries(limits)) {
    await api.request({
      url: 'hxSettings:updateOrCreate',
      method: 'post',
      params: { filterKeys: ['key'] },
      data: { key, value },
      skipNotify: true,
    });
  }
}
