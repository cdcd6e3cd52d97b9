import type { Requests } from '@hongxin/plugin-foundation/client-v2';
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
export function memberUploadRequests({ request, file: fileOf }: Requests) {
  return {
    /** Units whose liaison the user is. */
    units(userId: number | null): Promise<OwnUnit[]> {
      const params = { filter: { liaisonId: userId }, fields: ['id', 'name'], sort: ['name'], pageSize: 50 };
      return request<OwnUnit[]>('hxUnits:list', { params });
    },
    template: () => fileOf(`${MEMBER_REGISTRATIONS}:bulkTemplate`),
    check: (unitId: number, file: Blob) =>
      request<UploadCheck>(`${MEMBER_REGISTRATIONS}:bulkCheck`, { params: { unitId }, data: file, headers: WORKBOOK }),
    async register(unitId: number, file: Blob, idempotencyKey: string): Promise<number> {
      const headers = { ...WORKBOOK, 'Idempotency-Key': idempotencyKey };
      const options = { params: { unitId }, data: file, headers };
      return (await request<{ registered: number }>(`${MEMBER_REGISTRATIONS}:bulkRegister`, options)).registered;
    },
  };
}

export type MemberUploadRequests = ReturnType<typeof memberUploadRequests>;
