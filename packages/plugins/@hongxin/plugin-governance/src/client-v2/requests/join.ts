import { type APIClientLike } from '@nocobase/flow-engine';

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
export function joinRequests(api: APIClientLike) {
  const post = async <T>(action: string, data: object): Promise<T> =>
    (
      await api.request<{ data: T }>({
        url: `hxJoin:${action}`,
        method: 'post',
        data,
        skipNotify: true,
      })
    ).data.data;
  return {
    areas: async (): Promise<JoinArea[]> =>
      (
        await api.request<{ data: JoinArea[] }>({
          url: 'hxJoin:areas',
          method: 'get',
          skipNotify: true,
        })
      ).data.data,
    apply: (application: AccountApplication) => post<{ code: string }>('apply', application),
    status: (code: string) => post<AccountStatus>('status', { code }),
    activate: (code: string, credentials: Credentials) => post<object>('activate', { code, ...credentials }),
    accept: (token: string, credentials: Credentials) => post<object>('accept', { token, ...credentials }),
    /** Takes an invitation with an account one has; signs in for it. */
    take: async (token: string, account: Credentials): Promise<void> => {
      await api.auth.signIn({ account: account.username, password: account.password }, 'basic');
      await post('take', { token });
    },
    inviteFor: (invitation: RecordInvitation) => post<{ token: string; expiresAt: string }>('invite', invitation),
    invite: (name: string, areaId: string) => post<{ token: string; expiresAt: string }>('invite', { name, areaId }),
  };
}

export type JoinRequests = ReturnType<typeof joinRequests>;

/** Every reason of a refusal, as the server words it. */
export function refusalMessages(error: unknown): string[] {
  const data = (error as { response?: { data?: { errors?: { message?: string }[] } } }).response?.data;
  const messages = (data?.errors ?? []).flatMap(({ message }) => message ?? []);
  return messages.length > 0 ? messages : [(error as Error).message];
}
