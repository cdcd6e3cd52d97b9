import { type APIClientLike, type FlowContext } from '@nocobase/flow-engine';
import { isPhone } from '../view/is-phone';
import { textsOf, type Texts } from '../locale';
import { languageOf } from './texts';
import { type Answer, type RequestOptions, type Requests, type Tools } from './tools';

/** Asks through NocoBase's client. */
export function requestsOf(api: APIClientLike): Requests {
  const send = async <T>(url: string, { isTold = false, ...options }: RequestOptions, more: object = {}) => {
    const method = options.data === undefined ? 'get' : 'post';
    return (await api.request<T>({ url, method, ...options, ...(isTold ? {} : { skipNotify: true }), ...more })).data;
  };
  const answer = <T, M>(address: string, options: RequestOptions = {}) => send<Answer<T, M>>(address, options);
  return {
    answer,
    request: async <T>(address: string, options?: RequestOptions) => (await answer<T, unknown>(address, options)).data,
    file: (address, options = {}) => send<Blob>(address, options, { responseType: 'blob' }),
    session: api,
  };
}

/** The tools of a screen, out of the context of NocoBase's model that shows it. */
export function toolsOf(
  context: FlowContext,
  { translator }: Texts,
  changed: (collection: string) => void = () => undefined,
): Tools {
  return {
    ...requestsOf(context.api),
    t: translator(context),
    language: languageOf(context),
    get isPhone() {
      return isPhone(context);
    },
    get userId() {
      return context.user?.id === undefined ? null : Number(context.user.id);
    },
    navigate: (address) => context.router.navigate(address),
    done: (text) => context.message.success(text),
    warn: (text) => context.message.warning(text),
    changed,
    speaking: (namespace) => toolsOf(context, textsOf(namespace), changed),
  };
}
