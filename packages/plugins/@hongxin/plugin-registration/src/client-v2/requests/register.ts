import type { Requests } from '@hongxin/plugin-foundation/client-v2';
import type { LocalizedText } from '@hongxin/rules/mechanism';
import { MEMBER_REGISTRATIONS } from '../constants';
import { balanceRequests } from './balance';

export interface Choice {
  value: string;
  label: string;
}

export interface Named {
  id: number;
  name: string;
}

export interface AreaChoice extends Named {
  code: string;
  level: string;
  path: string;
}

export interface Notice {
  version: string;
  consent: LocalizedText;
  text: LocalizedText;
}

/** A field that an administrator has put on the member's form; see choosing/own-fields.ts on the server. */
export interface OwnField {
  name: string;
  title: string;
  description?: string;
  required: boolean;
  kind: 'text' | 'longText' | 'number' | 'choice' | 'choices' | 'switch' | 'date' | null;
  choices: Choice[];
}

/** What a member is asked, screen by screen. */
export interface RegisterValues {
  personName: string;
  phone: string;
  unit: Named | null;
  position: string;
  home: Named | null;
  doorNumber: string;
  skills: string[];
  serviceIntentions: string[];
  availableTimes: string[];
  /** By name, what the administrator's own fields are filled with. */
  own: Readonly<Record<string, unknown>>;
}

export interface Start {
  known: { [Key in keyof RegisterValues]?: RegisterValues[Key] | null };
  choices: Readonly<Record<'skills' | 'serviceIntentions' | 'availableTimes', Choice[]>>;
  fields: OwnField[];
  notice: Notice;
}

export interface OwnRegistration {
  id: number;
  state: string;
}

const path = (action: string): string => `${MEMBER_REGISTRATIONS}:${action}`;

function recordOf(values: RegisterValues): Record<string, unknown> {
  const { unit, home, own, ...plain } = values;
  return { ...own, ...plain, unit: unit?.id ?? null, homeArea: home?.id ?? null };
}

/** What the screens of registering ask the server for. */
export function registerRequests(requests: Requests) {
  const { request } = requests;
  const get = <T>(action: string, params: Record<string, unknown> = {}) => request<T>(path(action), { params });
  return {
    start: () => get<Start>('prefill'),
    units: (search: string) => get<Named[]>('units', { search }),
    homes: (query: { search?: string; parentCode?: string }) => get<AreaChoice[]>('homes', query),
    /** Whether the community of a home has room for one more member. */
    suggest: balanceRequests(requests).suggest,
    /** The caller's registrations that are under way or in force, latest first. */
    own: (userId: number | null) =>
      get<OwnRegistration[]>('list', {
        filter: { ownerId: userId, state: { $notIn: ['transferred', 'cancelled'] } },
        fields: ['id', 'state'],
        sort: ['-id'],
        pageSize: 5,
      }),
    /** Keeps a draft. @returns its id */
    async keep(id: number | undefined, values: RegisterValues, consentVersion?: string): Promise<number> {
      const data = { ...recordOf(values), ...(consentVersion ? { consentVersion } : {}) };
      const url = id === undefined ? path('create') : path('update');
      const params = id === undefined ? {} : { filterByTk: id };
      const saved = await request<{ id: number } | { id: number }[]>(url, { params, data });
      return id ?? (Array.isArray(saved) ? saved[0].id : saved.id);
    },
    async submit(id: number, idempotencyKey: string): Promise<void> {
      const headers = { 'Idempotency-Key': idempotencyKey };
      await request(`${path('transition')}/${id}`, { data: { transition: 'submit' }, headers });
    },
  };
}

export type RegisterRequests = ReturnType<typeof registerRequests>;
