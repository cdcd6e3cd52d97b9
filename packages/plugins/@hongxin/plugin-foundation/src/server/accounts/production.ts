import net from 'node:net';
import type { LocalizedText } from '@hongxin/rules/mechanism';

/** Something that must not be so where the public can reach it, and what to do. */
export interface EnvironmentDefect {
  code: string;
  text: LocalizedText;
}

/** Keys that stand in examples of NocoBase and of the pack, in the test command, or in nobody's head for long. */
const KNOWN_KEYS = new Set([
  'please-change-me-0x4a6f7e',
  'please-change-me',
  'test-key',
  'your-secret-key',
  'secret-key',
  'changeme',
  'key-of-the-test-run-only',
  'nocobase',
  'hongxin',
]);
const KNOWN_PASSWORDS = new Set(['admin123', 'admin', 'password', '123456', '12345678', 'nocobase', 'hongxin']);
const KEY_MIN_LENGTH = 16;
/** Names that lead to no computer of the public (RFC 2606, RFC 6762, RFC 8375). */
const PRIVATE_NAME =
  /^(localhost|[^.]+)$|\.(local|localhost|internal|test|example|invalid|lan|home\.arpa)$|^(.+\.)?example\.(com|net|org)$/i;

/**
 * Everything about an environment that the public must not be let near. `HX_PUBLIC_URL` says where people find the
 * application; without it only `APP_ENV` tells.
 * @returns nothing where production may start, or where this is no production and has no public address
 */
export function environmentDefects(environment: NodeJS.ProcessEnv): EnvironmentDefect[] {
  const { APP_ENV, APP_KEY = '', HX_PUBLIC_URL = '', INIT_ROOT_PASSWORD, HX_TRACE_KEY, HX_IDENTITY_KEY } = environment;
  const isProduction = APP_ENV === 'production';
  const address = HX_PUBLIC_URL.trim();
  const isPublic = address !== '' && isPublicAddress(address);
  if (!isProduction && !isPublic) return [];
  const defects: EnvironmentDefect[] = [];
  if (!isProduction) defects.push(defect('APP_ENV_NOT_PRODUCTION', { address, value: APP_ENV ?? '' }));
  if (KNOWN_KEYS.has(APP_KEY.toLowerCase()) || APP_KEY.length < KEY_MIN_LENGTH)
    defects.push(defect('APP_KEY_WEAK', {}));
  if (isWeak(HX_TRACE_KEY)) defects.push(defect('TRACE_KEY_WEAK', {}));
  if (isWeak(HX_IDENTITY_KEY)) defects.push(defect('IDENTITY_KEY_WEAK', {}));
  if (INIT_ROOT_PASSWORD !== undefined && KNOWN_PASSWORDS.has(INIT_ROOT_PASSWORD.toLowerCase()))
    defects.push(defect('ROOT_PASSWORD_KNOWN', {}));
  if (isPublic && !address.toLowerCase().startsWith('https://'))
    defects.push(defect('PUBLIC_WITHOUT_HTTPS', { address }));
  return defects;
}

/** Whether one of the keys that stand there, separated by commas, is too short to be one. */
function isWeak(keys: string | undefined): boolean {
  return keys !== undefined && keys !== '' && keys.split(',').some((key) => key.trim().length < KEY_MIN_LENGTH);
}

/**
 * Whether an address leads to a computer that the public may reach.
 * @param address with or without scheme and port
 */
export function isPublicAddress(address: string): boolean {
  const host = hostOf(address);
  if (host === null) return false;
  if (net.isIPv4(host))
    return !/^(0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
      host,
    );
  if (net.isIPv6(host)) return !/^(::1?$|f[cd]|fe[89ab])/i.test(host);
  return !PRIVATE_NAME.test(host);
}

function hostOf(address: string): string | null {
  try {
    return new URL(/^[a-z]+:\/\//i.test(address) ? address : `http://${address}`).hostname.replace(/^\[|\]$/g, '');
  } catch {
    return null; // no address that a browser could open
  }
}

const TEXTS: Readonly<Record<string, LocalizedText>> = {
  APP_ENV_NOT_PRODUCTION: {
    zh: 'HX_PUBLIC_URL（{{address}}）是公网地址，而 APP_ENV 为“{{value}}”：请设置 APP_ENV=production。',
    en: 'HX_PUBLIC_URL ({{address}}) is a public address, but APP_ENV is "{{value}}": set APP_ENV=production.',
  },
  APP_KEY_WEAK: {
    zh: 'APP_KEY 是示例值或不足16个字符：请换成随机值，例如 openssl rand -base64 32 的输出。',
    en: 'APP_KEY is one from an example or shorter than 16 characters: set a random one, e.g. from openssl rand -base64 32.',
  },
  TRACE_KEY_WEAK: {
    zh: 'HX_TRACE_KEY 不足16个字符：请换成随机值，并把原来的值保留在逗号之后。',
    en: 'HX_TRACE_KEY is shorter than 16 characters: set a random one, and keep the old one after a comma.',
  },
  IDENTITY_KEY_WEAK: {
    zh: 'HX_IDENTITY_KEY 不足16个字符：请换成随机值，并把原来的值保留在逗号之后；不登记身份证号则不要设置。',
    en: 'HX_IDENTITY_KEY is shorter than 16 characters: set a random one, and keep the old one after a comma; leave it unset where ID numbers are not kept.',
  },
  ROOT_PASSWORD_KNOWN: {
    zh: 'INIT_ROOT_PASSWORD 是常见默认密码：请更换。',
    en: 'INIT_ROOT_PASSWORD is a well-known default: choose another.',
  },
  PUBLIC_WITHOUT_HTTPS: {
    zh: 'HX_PUBLIC_URL（{{address}}）没有使用 https：请在前面配置证书。',
    en: 'HX_PUBLIC_URL ({{address}}) does not use https: put a certificate in front.',
  },
};

function defect(code: string, values: Readonly<Record<string, string>>): EnvironmentDefect {
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  return { code, text: { zh: fill(TEXTS[code].zh), en: fill(TEXTS[code].en) } };
}

/** @throws Error that names every defect and what to do about it */
export function refuseUnsafeEnvironment(environment: NodeJS.ProcessEnv): void {
  const defects = environmentDefects(environment);
  if (defects.length === 0) return;
  const lines = defects.map(({ code, text }) => `  - ${code}: ${text.zh} / ${text.en}`);
  throw new Error(`Production refuses to start / 拒绝启动:\n${lines.join('\n')}`);
}
