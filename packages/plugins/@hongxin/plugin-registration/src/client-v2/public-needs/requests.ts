import type { APIClientLike } from '@nocobase/flow-engine';
import type { FollowAnswer } from '../../server/needs/public/follow';
import type { Question } from '../../server/needs/public/question';
import { ask } from '../service/tools';

export type { FollowAnswer, Question };

export interface PublicArea {
  id: string;
  name: string;
  level: string;
  parent: string | null;
}

export interface Raised {
  code: string;
  number: string;
}

/** What the public page asks the server for. */
export function publicRequests(api: APIClientLike) {
  const send = <T>(action: string, data: object) => ask<T>({ api }, `hxPublicNeeds:${action}`, { data });
  return {
    question: () => ask<Question>({ api }, 'hxPublicNeeds:question'),
    areas: (search: string) => ask<PublicArea[]>({ api }, 'hxPublicNeeds:areas', { params: { search } }),
    raise: (values: object) => send<Raised>('raise', values),
    follow: (code: string) => send<FollowAnswer>('follow', { code }),
    rate: (code: string, satisfaction: string, comment: string) =>
      send<FollowAnswer>('rate', { code, satisfaction, comment }),
    withdraw: (code: string, reason: string) => send<FollowAnswer>('withdraw', { code, reason }),
  };
}

export type PublicRequests = ReturnType<typeof publicRequests>;
