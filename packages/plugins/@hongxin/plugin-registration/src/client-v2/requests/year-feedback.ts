import { idempotencyKeys, type RequestReason } from '@hongxin/plugin-foundation/client-v2';
import { type APIClientLike } from '@nocobase/flow-engine';
import type { FeedbackFigure } from '@hongxin/rules/registration';
import { YEAR_FEEDBACKS } from '../constants';
import { fetchSheetTexts, type AllSheetWords } from './sheet-texts';

export type FeedbackStep = 'comment' | 'sign' | 'signFor' | 'issue';

/** What is said along with a step of many feedbacks. */
export interface FeedbackWord {
  values?: Readonly<Record<string, unknown>>;
  opinion?: string;
  /** Issues also those whose hours nobody has decided on yet. */
  confirmPending?: true;
}

/** A step of all feedbacks of a year, as the caller may take it. */
export interface OpenStep {
  name: FeedbackStep;
  /** How many are due for it now. */
  count: number;
  /** Signed ones that are not due yet, and when the first of them is. */
  notYet?: { count: number; from: string };
  /** Of those due, whose hours nobody has decided on yet. */
  pending?: { count: number; names: readonly { name: string; minutes: number }[] };
}

/** What a step of all feedbacks came to: how many it took, and why others stayed. */
export interface StepOfAll {
  performed: number;
  left?: { count: number; reasons: readonly RequestReason[] };
}

export interface FeedbackSummary {
  year: number;
  counts: Readonly<Record<string, number>>;
  /** What the caller may do with all of them, and how many each step takes. */
  may: { make: boolean; steps: readonly OpenStep[] };
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
  /** Not among what a member reads; their figures say it. */
  isFalsified?: boolean | null;
  signature: string | null;
  /** Signed by the community, for a unit without liaison. */
  isSignedFor: boolean | null;
}

/** A feedback that has been issued, with everything that stands on its sheet. */
export interface IssuedFeedback extends Feedback {
  subject: string;
  hours: number | null;
  minutes: number | null;
  times: number | null;
  claimsServed: number | null;
  unitOpinion: string | null;
  signedAt: string | null;
  issuedAt: string | null;
  issuedTo: string | null;
  unit: { name: string } | null;
  area: { name: string } | null;
  /** What the city has the sheet say, in the reader's language. */
  texts?: AllSheetWords;
}

/** How many sheets are read at once. */
const SHEETS = 100;
const SHEET_APPENDS = ['unit', 'area'];

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
    performAll: (year: number, transition: FeedbackStep, said: FeedbackWord = {}) =>
      post<StepOfAll>('performAll', { year, transition, ...said }),
    /** The feedback with what its sheet shows; undefined as long as it has not been issued. */
    async sheet(id: string | number): Promise<IssuedFeedback | undefined> {
      const params = { filterByTk: id, appends: SHEET_APPENDS };
      const url = `${YEAR_FEEDBACKS}:get`;
      const { data } = await api.request<{ data: IssuedFeedback | null }>({ url, params, skipNotify: true });
      return data.data?.state === 'issued' ? { ...data.data, texts: await fetchSheetTexts(api) } : undefined;
    },
    /** All that have been issued of a year, by unit and name, as far as the caller sees. */
    async sheets(year: number): Promise<IssuedFeedback[]> {
      const found: IssuedFeedback[] = [];
      const texts = await fetchSheetTexts(api);
      for (let page = 1; ; page += 1) {
        const filter = { year, state: 'issued' };
        const params = {
          filter,
          appends: SHEET_APPENDS,
          sort: ['unitId', 'subjectName', 'id'],
          page,
          pageSize: SHEETS,
        };
        const url = `${YEAR_FEEDBACKS}:list`;
        const { data } = await api.request<{ data: IssuedFeedback[] }>({ url, params, skipNotify: true });
        found.push(...data.data.map((feedback) => ({ ...feedback, texts })));
        if (data.data.length < SHEETS) return found;
      }
    },
    async get(id: string | number): Promise<Feedback | undefined> {
      const params = { filterByTk: id };
      const url = `${YEAR_FEEDBACKS}:get`;
      return (await api.request<{ data: Feedback | null }>({ url, params, skipNotify: true })).data.data ?? undefined;
    },
  };
}

export type FeedbackRequests = ReturnType<typeof feedbackRequests>;
