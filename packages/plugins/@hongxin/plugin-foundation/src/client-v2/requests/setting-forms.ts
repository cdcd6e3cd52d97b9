import type { APIClientLike } from '@nocobase/flow-engine';

/** One value of a setting; see settings/form.ts on the server. Texts come in the reader's language. */
export type SettingField =
  | {
      kind: 'number';
      path: string[];
      label: string;
      min: number;
      max: number;
      unit?: string;
      fallback?: number;
      switch?: { path: string[]; name: string };
    }
  | { kind: 'clock'; path: string[]; label: string }
  | { kind: 'text'; path: string[]; label: string; max: number; optional?: boolean };

export interface SettingForm {
  key: string;
  title: string;
  help: string;
  fields: SettingField[];
  value: unknown;
  defaultValue: unknown;
  isDefault: boolean;
}

export async function fetchSettingForms(api: APIClientLike): Promise<SettingForm[]> {
  const { data } = await api.request<{ data: SettingForm[] }>({
    url: 'hxSettingForms:list',
    method: 'get',
    skipNotify: true,
  });
  return data.data;
}

/** @param value null for the default */
export async function saveSetting(api: APIClientLike, key: string, value: unknown): Promise<void> {
  await api.request({
    url: 'hxSettingForms:save',
    method: 'post',
    data: { values: { [key]: value } },
    skipNotify: true,
  });
}
