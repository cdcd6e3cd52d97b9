import type { Requests } from '@hongxin/plugin-foundation/client-v2';
import type { FollowAnswer, PublicArea, Question, Raised } from '../../shared/public-needs';

/** What the public page asks the server for. */
export function publicRequests({ request }: Requests) {
  const send = <T>(action: string, data: object) => request<T>(`hxPublicNeeds:${action}`, { data });
  return {
    question: () => request<Question>('hxPublicNeeds:question'),
    areas: (search: string) => request<PublicArea[]>('hxPublicNeeds:areas', { params: { search } }),
    raise: (values: object) => send<Raised>('raise', values),
    follow: (code: string) => send<FollowAnswer>('follow', { code }),
    rate: (code: string, satisfaction: string, comment: string) =>
      send<FollowAnswer>('rate', { code, satisfaction, comment }),
    withdraw: (code: string, reason: string) => send<FollowAnswer>('withdraw', { code, reason }),
  };
}

export type PublicRequests = ReturnType<typeof publicRequests>;
