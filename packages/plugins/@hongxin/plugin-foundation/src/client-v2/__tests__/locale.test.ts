import i18next from 'i18next';
import { textsOf } from '../locale';
import { type Translate } from '../tools/texts';

it('fills in names and addresses as they are written', async () => {
  const i18n = i18next.createInstance();
  // as the host sets it up: values are escaped unless one says otherwise
  await i18n.init({ lng: 'zh-CN', resources: { 'zh-CN': { own: { 至: '有效期至{{until}}，{{name}}' } } } });
  const t = textsOf('own').translator({ t: i18n.t.bind(i18n) as unknown as Translate });
  expect(t('至', { until: '2026/12/6', name: '<b>A&B</b>' })).toBe('有效期至2026/12/6，<b>A&B</b>');
  expect(t('不在其中')).toBe('不在其中');
});
