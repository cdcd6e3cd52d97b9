import { idempotencyKeys } from '@hongxin/plugin-foundation/client-v2';
import { type APIClientLike } from '@nocobase/flow-engine';
import type { FeedbackFigure } from '@hongxin/rules';
import { YEAR_FEEDBACKS } from '../constants';

export type FeedbackStep = 'comment' | 'sign' | 'signFor' | 'issue';

/** What is said along with a step of many feedbacks. */
export interface FeedbackWord {
  values?: Readonly<Record<string, unknown>>;
  opinion?: string;
}

export interface FeedbackSummary {
  year: number;
  counts: Readonly<Record<string, number>>;
  /** What the caller may do with all of them, and how many each step takes. */
  may: { make: boolean; steps: readonly { name: FeedbackStep; count: number }[] };
}

export interface Feedback {
  id: number;
  year: number;
  state: string;
  subjectName: string;
  total: number | null;
  grade: string | null;
  figures: FeedbackFigure[] | null;
  communityComment: string | null;
}

/** What the blocks of the yearly feedback ask the server for. */
export function feedbackRequests(api: APIClientLike) {
  const post = async <T>(action: string, data: Record<string, unknown>): Promise<T> => {
    const url = `${YEAR_FEEDBACKS}:${action}`;
    return (await api.request<{ data: T }>({ url, method: 'post', data, skipNotify: true })).data.data;
  };
  const keyFor = idempotencyKeys();
  return {
    /** A member's objection to the own year, before it is issued. */
    async object(id: string | number, opinion: string): Promise<void> {
      const data = { transition: 'object', opinion };
      const headers = { 'Idempotency-Key': keyFor({ id, ...data }) };
      const url = `${YEAR_FEEDBACKS}:transition/${encodeURIComponent(String(id))}`;
      await api.request({ url, method: 'post', data, headers, skipNotify: true });
    },
    async summary(year: number): Promise<FeedbackSummary> {
      const url = `${YEAR_FEEDBACKS}:summary`;
      return (await api.request<{ data: FeedbackSummary }>({ url, params: { year }, skipNotify: true })).data.data;
    },
    make: async (year: number) => (await post<{ made: number }>('make', { year })).made,
    /** @param said what the step asks for: `values` of the feedbacks, or an `opinion` */
    performAll: async (year: number, transition: FeedbackStep, said: FeedbackWord = {}) =>
      (await post<{ performed: number }>('performAll', { year, transition, ...said })).performed,
    async get(id: string | number): Promise<Feedback | undefined> {
      const params = { filterByTk: id };
      const url = `${YEAR_FEEDBACKS}:get`;
      return (await api.request<{ data: Feedback | null }>({ url, params, skipNotify: true })).data.data ?? undefined;
    },
  };
}

export type FeedbackRequests = ReturnType<typeof feedbackRequests>;
