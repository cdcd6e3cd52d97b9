import { type APIClientLike } from '@nocobase/flow-engine';

/** What the sign-in page says this is; empty texts fall back to the pack's own. */
export interface SignInText {
  caption?: string;
  description?: string;
}

interface SystemSettings {
  raw_title?: string;
  options?: { hongxinSignIn?: SignInText; [key: string]: unknown } | null;
  logo?: { title?: string } | null;
}

export interface SignInLook {
  text: SignInText;
  /** False once the administrator has set another logo, which is only served to signed-in users. */
  ownLogo: boolean;
}

async function systemSettings(api: APIClientLike): Promise<SystemSettings> {
  return (await api.request<{ data: SystemSettings }>({ url: 'systemSettings:get', method: 'get', skipNotify: true }))
    .data.data;
}

export async function fetchSignInLook(api: APIClientLike): Promise<SignInLook> {
  const { options, logo } = await systemSettings(api);
  return { text: options?.hongxinSignIn ?? {}, ownLogo: logo?.title === 'hongxin-logo' };
}

/** Kept among NocoBase's system settings, which are public and travel with its backups. */
export async function saveSignInText(api: APIClientLike, text: SignInText): Promise<void> {
  const { raw_title, options } = await systemSettings(api);
  const data = { raw_title, options: { ...options, hongxinSignIn: text } };
  await api.request({ url: 'systemSettings:put', method: 'post', data });
}
