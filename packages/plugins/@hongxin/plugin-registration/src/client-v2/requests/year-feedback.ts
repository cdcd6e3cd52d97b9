import { idempotencyKeys, type RequestReason, type Requests } from '@hongxin/plugin-foundation/client-v2';
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
export function feedbackRequests(requests: Requests) {
  const { request } = requests;
  const path = (action: string): string => `${YEAR_FEEDBACKS}:${action}`;
  const keyFor = idempotencyKeys();
  return {
    /** A member's objection to the own year, before it is issued. */
    async object(id: string | number, opinion: string): Promise<void> {
      const data = { transition: 'object', opinion };
      const headers = { 'Idempotency-Key': keyFor({ id, ...data }) };
      await request(path(`transition/${encodeURIComponent(String(id))}`), { data, headers });
    },
    summary: (year: number) => request<FeedbackSummary>(path('summary'), { params: { year } }),
    make: async (year: number) => (await request<{ made: number }>(path('make'), { data: { year } })).made,
    /** @param said what the step asks for: `values` of the feedbacks, or an `opinion` */
    performAll: (year: number, transition: FeedbackStep, said: FeedbackWord = {}) =>
      request<StepOfAll>(path('performAll'), { data: { year, transition, ...said } }),
    /** The feedback with what its sheet shows; undefined as long as it has not been issued. */
    async sheet(id: string | number): Promise<IssuedFeedback | undefined> {
      const params = { filterByTk: id, appends: SHEET_APPENDS };
      const feedback = await request<IssuedFeedback | null>(path('get'), { params });
      return feedback?.state === 'issued' ? { ...feedback, texts: await fetchSheetTexts(requests) } : undefined;
    },
    /** All that have been issued of a year, by unit and name, as far as the caller sees. */
    async sheets(year: number): Promise<IssuedFeedback[]> {
      const found: IssuedFeedback[] = [];
      const texts = await fetchSheetTexts(requests);
      const filter = { year, state: 'issued' };
      const listed = { filter, appends: SHEET_APPENDS, sort: ['unitId', 'subjectName', 'id'], pageSize: SHEETS };
      for (let page = 1; ; page += 1) {
        const rows = await request<IssuedFeedback[]>(path('list'), { params: { ...listed, page } });
        found.push(...rows.map((feedback) => ({ ...feedback, texts })));
        if (rows.length < SHEETS) return found;
      }
    },
    /** A member's own years, the latest first. */
    own(userId: number | null): Promise<Feedback[]> {
      const params = { filter: { ownerId: userId, subject: 'member' }, sort: ['-year'], pageSize: 10 };
      return request<Feedback[]>(path('list'), { params });
    },
    get: async (id: string | number): Promise<Feedback | undefined> =>
      (await request<Feedback | null>(path('get'), { params: { filterByTk: id } })) ?? undefined,
  };
}

export type FeedbackRequests = ReturnType<typeof feedbackRequests>;
