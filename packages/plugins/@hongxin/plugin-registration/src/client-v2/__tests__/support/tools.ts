import type { Tools } from '../../service/tools';

export interface SentRequest {
  url: string;
  method: string;
  data?: unknown;
  params?: unknown;
}

/** The host as these components use it; `answers` by the beginning of the address. */
export function toolsWith(answers: Record<string, unknown>) {
  const requests: SentRequest[] = [];
  const [done, warn] = [jest.fn(), jest.fn()];
  const request = async (config: SentRequest) => {
    requests.push(config);
    const key = Object.keys(answers).find((each) => config.url.startsWith(each));
    const answer = key === undefined ? null : answers[key];
    if (answer instanceof Error) throw answer;
    return { data: { data: answer } };
  };
  const t: Tools['t'] = (text, values = {}) =>
    text.replace(/{{(\w+)}}/g, (_match, name: string) => String(values[name]));
  const tools = { api: { request } as unknown as Tools['api'], t, language: 'zh' as const, done, warn };
  return { tools, requests, done, warn };
}

export function refusal(code: string, message: string, field?: string): Error {
  const errors = [field === undefined ? { code, message } : { code, message, field }];
  return Object.assign(new Error(code), { response: { status: 400, data: { errors } } });
}
