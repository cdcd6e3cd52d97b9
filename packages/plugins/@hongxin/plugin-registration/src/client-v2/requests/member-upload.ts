import { type APIClientLike } from '@nocobase/flow-engine';
import { MEMBER_REGISTRATIONS } from '../constants';

export interface UploadProblem {
  row: number;
  personName: string;
  code: string;
  message: string;
}

export interface UploadCheck {
  total: number;
  ready: number;
  problems: UploadProblem[];
}

export interface OwnUnit {
  id: number;
  name: string;
}

const WORKBOOK = { 'Content-Type': 'application/octet-stream' };

/** What the block of bulk registration asks the server for. */
export function memberUploadRequests(api: APIClientLike) {
  return {
    /** Units whose liaison the user is. */
    async units(userId: number): Promise<OwnUnit[]> {
      const params = { filter: { liaisonId: userId }, fields: ['id', 'name'], sort: ['name'], pageSize: 50 };
      const { data } = await api.request<{ data: OwnUnit[] }>({ url: 'hxUnits:list', params, skipNotify: true });
      return data.data;
    },
    async template(): Promise<Blob> {
      const url = `${MEMBER_REGISTRATIONS}:bulkTemplate`;
      return (await api.request<Blob>({ url, method: 'get', responseType: 'blob', skipNotify: true })).data;
    },
    async check(unitId: number, file: Blob): Promise<UploadCheck> {
      const url = `${MEMBER_REGISTRATIONS}:bulkCheck`;
      const request = {
        url,
        method: 'post',
        params: { unitId },
        data: file,
        headers: WORKBOOK,
        skipNotify: true,
      } as const;
      return (await api.request<{ data: UploadCheck }>(request)).data.data;
    },
    async register(unitId: number, file: Blob, idempotencyKey: string): Promise<number> {
      const headers = { ...WORKBOOK, 'Idempotency-Key': idempotencyKey };
      const url = `${MEMBER_REGISTRATIONS}:bulkRegister`;
      const request = { url, method: 'post', params: { unitId }, data: file, headers, skipNotify: true } as const;
      return (await api.request<{ data: { registered: number } }>(request)).data.data.registered;
    },
  };
}

export type MemberUploadRequests = ReturnType<typeof memberUploadRequests>;
