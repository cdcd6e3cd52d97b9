export interface SentRequest {
  url: string;
  method: string;
  data?: unknown;
  params?: unknown;
}

/** What the host gives these screens their tools of (`inTools`); `answers` by the beginning of the address. */
export function hostWith(answers: Record<string, unknown>) {
  const requests: SentRequest[] = [];
  const [done, warn] = [jest.fn(), jest.fn()];
  const request = async (config: SentRequest) => {
    requests.push(config);
    const key = Object.keys(answers).find((each) => config.url.startsWith(each));
    const answer = key === undefined ? null : answers[key];
    if (answer instanceof Error) throw answer;
    return { data: { data: answer } };
  };
  const host = { api: { request }, message: { success: done, warning: warn } };
  return { host, requests, done, warn };
}

export function refusal(code: string, message: string, field?: string): Error {
  const errors = [field === undefined ? { code, message } : { code, message, field }];
  return Object.assign(new Error(code), { response: { status: 400, data: { errors } } });
}
