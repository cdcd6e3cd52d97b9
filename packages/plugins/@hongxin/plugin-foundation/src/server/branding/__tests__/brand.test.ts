/** An administrator changes one colour: what follows from it follows, what they set apart stays. */
import type { Model } from '@nocobase/database';
import { app, reset, root, type Client } from '@test/server/harness';
import { brandColour, followBrand, type ThemeConfiguration } from '../follow-brand';

const BLUE = '#1677FF';
const RED = /#(b8142b|8f0f22)/i;

let administrator: Client;
let theme: Model;
let shipped: ThemeConfiguration;

beforeAll(async () => {
  await reset();
  administrator = await root();
  theme = (await app()
    .db.getRepository('themeConfig')
    .findOne({ filter: { uid: 'hongxin' } })) as Model;
  shipped = theme.get('config') as ThemeConfiguration;
});
afterAll(() => write(shipped));

const write = async (config: ThemeConfiguration): Promise<ThemeConfiguration> => {
  const id = String(theme.get('id'));
  const answer = await administrator.post(`themeConfig:update?filterByTk=${id}`, { config });
  expect(answer.status).toBe(200);
  return (
    await app()
      .db.getRepository('themeConfig')
      .findOne({ filterByTk: Number(id) })
  )?.get('config') as ThemeConfiguration;
};

it('leaves no red behind when the brand colour alone is changed, and finds the way back', async () => {
  const blue = await write({ ...shipped, token: { ...shipped.token, colorPrimary: BLUE } });
  expect(blue.token).toMatchObject({ colorPrimary: BLUE, colorLink: BLUE, colorBgHeader: '#115DC7' });
  expect(JSON.stringify(blue)).not.toMatch(RED);
  expect(await brandColour(app())).toBe(BLUE);
  const green = await write({ ...blue, token: { ...blue.token, colorPrimary: '#237804' } });
  expect(green.token).toMatchObject({ colorLink: '#237804' });
  expect(green.token?.colorBgHeader).not.toBe('#115DC7');
  const back = await write({ ...green, token: { ...green.token, colorPrimary: '#B8142B' } });
  expect(back).toEqual(shipped);
});

it('keeps what was set apart', async () => {
  const own = { ...shipped.token, colorPrimary: BLUE, colorBgHeader: '#222222', colorLink: '#00AA00' };
  const { token } = await write({ ...shipped, token: own });
  expect(token).toMatchObject({ colorBgHeader: '#222222', colorLink: '#00AA00', colorPrimaryHeader: '#115DC7' });
});

it('leaves themes alone that are not of this kind', () => {
  for (const config of [{}, { token: {} }, { token: { colorPrimary: 'tomato', colorLink: '#B8142B' } }])
    expect(followBrand(config, undefined)).toEqual(config);
  expect(followBrand({ token: { colorPrimary: BLUE, colorLink: '#123456' } }, '#B8142B').token?.colorLink).toBe(
    '#123456',
  );
});
