import { languageOf, type Language, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { type APIClientLike, type FlowContext } from '@nocobase/flow-engine';
import { translator } from '../locale';

/** What the components of this part use of the host. */
export interface Tools {
  api: APIClientLike;
  t: Translate;
  language: Language;
  /** Tells the user that something has been done. */
  done(text: string): void;
  /** Tells the user that something needs their attention. */
  warn(text: string): void;
}

export const toolsOf = (context: FlowContext): Tools => ({
  api: context.api,
  t: translator(context),
  language: languageOf(context),
  done: (text) => context.message.success(text),
  warn: (text) => context.message.warning(text),
});

/** Reads data of an action, or sends it. */
export async function ask<T>(
  { api }: Pick<Tools, 'api'>,
  url: string,
  options: { params?: Record<string, unknown>; data?: unknown; headers?: Record<string, string> } = {},
): Promise<T> {
  const method = options.data === undefined ? 'get' : 'post';
  const { data } = await api.request<{ data: T }>({ url, method, ...options, skipNotify: true });
  return data.data;
}

/** Hours as people say them: 90 minutes are 1.5. */
export const hoursText = (minutes: number): string => String(Math.round(minutes / 6) / 10);
