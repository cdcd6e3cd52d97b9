import { environmentDefects, isPublicAddress, refuseUnsafeEnvironment } from '../production';

const KEY = 'q8Zr0cTzYw3l2mB6v1Xn';
const codes = (environment: NodeJS.ProcessEnv) => environmentDefects(environment).map(({ code }) => code);

it('lets development start with whatever it likes, as long as the public is not near', () => {
  expect(codes({ APP_ENV: 'development', APP_KEY: 'x' })).toEqual([]);
  expect(codes({ APP_KEY: 'x', HX_PUBLIC_URL: 'http://192.168.1.20:13000' })).toEqual([]);
});

it('lets production start with its own secrets', () => {
  expect(codes({ APP_ENV: 'production', APP_KEY: KEY, HX_PUBLIC_URL: 'https://hongxin.longkou.gov.cn' })).toEqual([]);
});

it('names everything that is wrong at once, and what to do', () => {
  const environment = {
    APP_ENV: 'development',
    APP_KEY: 'please-change-me-0x4a6f7e',
    INIT_ROOT_PASSWORD: 'admin123',
    HX_TRACE_KEY: 'short',
    HX_PUBLIC_URL: 'http://hongxin.longkou.gov.cn',
  };
  const expected = [
    'APP_ENV_NOT_PRODUCTION',
    'APP_KEY_WEAK',
    'TRACE_KEY_WEAK',
    'ROOT_PASSWORD_KNOWN',
    'PUBLIC_WITHOUT_HTTPS',
  ];
  expect(codes(environment)).toEqual(expected);
  expect(() => refuseUnsafeEnvironment(environment)).toThrow(/set APP_ENV=production[\s\S]*openssl rand/);
});

it.each(['', 'short', 'please-change-me-0x4a6f7e'])('refuses production with the key "%s"', (APP_KEY) => {
  expect(codes({ APP_ENV: 'production', APP_KEY })).toEqual(['APP_KEY_WEAK']);
});

it.each([
  ['http://localhost:13000', false],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['172.32.0.1', true],
  ['100.64.0.1', false],
  ['[fd00::1]:80', false],
  ['[2001:db9::1]', true],
  ['hongxin.test', false],
  ['city.example.com', false],
  ['hongxin.longkou.gov.cn', true],
  ['203.0.113.9', true],
  ['::not an address', false],
])('knows whether the public reaches %s: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});
