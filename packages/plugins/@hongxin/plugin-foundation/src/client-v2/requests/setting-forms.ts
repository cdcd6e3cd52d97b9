import type { Requests } from '../tools/tools';

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

export const fetchSettingForms = ({ request }: Requests) => request<SettingForm[]>('hxSettingForms:list');

/** @param value null for the default */
export async function saveSetting({ request }: Requests, key: string, value: unknown): Promise<void> {
  await request('hxSettingForms:save', { data: { values: { [key]: value } } });
}
