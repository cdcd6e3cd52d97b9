import { useTools, type Requests } from '@hongxin/plugin-foundation/client-v2';
import { useMemo } from 'react';

export interface JoinArea {
  id: string;
  name: string;
  level: 'street' | 'community';
  parentId: string | null;
}

export interface AccountApplication {
  kind: 'unit' | 'socialOrg';
  organizationName: string;
  creditCode: string;
  applicantName: string;
  phone: string;
  areaId: string;
  note?: string;
  /** Stays empty: only programs fill it. */
  website?: string;
}

export interface AccountStatus {
  state: 'submitted' | 'approved' | 'activated' | 'rejected';
  label: { zh: string; en: string };
  organizationName: string;
  answer: string | null;
}

export interface Credentials {
  username: string;
  password: string;
}

/** An invitation to become somebody of a record: a person's account, a unit's liaison. */
export interface RecordInvitation {
  kind: string;
  subjectId: string;
  name?: string;
}

/** The public doors for people without an account. */
export function joinRequests({ request }: Requests) {
  const post = <T>(action: string, data: object) => request<T>(`hxJoin:${action}`, { data });
  return {
    areas: () => request<JoinArea[]>('hxJoin:areas'),
    apply: (application: AccountApplication) => post<{ code: string }>('apply', application),
    status: (code: string) => post<AccountStatus>('status', { code }),
    activate: (code: string, credentials: Credentials) => post<object>('activate', { code, ...credentials }),
    accept: (token: string, credentials: Credentials) => post<object>('accept', { token, ...credentials }),
    /** Takes an invitation with the account that has signed in. */
    take: (token: string) => post<object>('take', { token }),
    inviteFor: (invitation: RecordInvitation) => post<{ token: string; expiresAt: string }>('invite', invitation),
    invite: (name: string, areaId: string) => post<{ token: string; expiresAt: string }>('invite', { name, areaId }),
  };
}

/** The same for a screen, with its tools. */
export function useJoin() {
  const tools = useTools();
  return useMemo(() => joinRequests(tools), [tools]);
}
