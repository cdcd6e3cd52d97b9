import { type Requests } from '../tools/tools';

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

const systemSettings = ({ request }: Requests) => request<SystemSettings>('systemSettings:get');

export async function fetchSignInLook(requests: Requests): Promise<SignInLook> {
  const { options, logo } = await systemSettings(requests);
  return { text: options?.hongxinSignIn ?? {}, ownLogo: logo?.title === 'hongxin-logo' };
}

/** Kept among NocoBase's system settings, which are public and travel with its backups. */
export async function saveSignInText(requests: Requests, text: SignInText): Promise<void> {
  const { raw_title, options } = await systemSettings(requests);
  const data = { raw_title, options: { ...options, hongxinSignIn: text } };
  await requests.request('systemSettings:put', { data, isTold: true });
}
