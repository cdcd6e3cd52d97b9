import { createInstance } from 'i18next';
import { NAMESPACE } from '../../constants';
import { sayMoreThan } from '../total-of-lists';

const resources = {
  'zh-CN': { client: { 'Total {{count}} items': '总共 {{count}} 条' } },
  'en-US': { client: {}, [NAMESPACE]: { '超过{{count}}': 'more than {{count}}' } },
};

it.each([
  ['zh-CN', 0, '总共 0 条'],
  ['zh-CN', 45, '总共 45 条'],
  ['zh-CN', 10_000, '总共 10000 条'],
  ['zh-CN', 10_001, '总共 超过10000 条'],
  ['zh-CN', 20_001, '总共 超过20000 条'],
  ['en-US', 45, 'Total 45 items'],
  ['en-US', 10_001, 'Total more than 10000 items'],
])('says in %s of %i records: %s', async (language, count, text) => {
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    resources: resources,
    keySeparator: false,
    nsSeparator: false,
    defaultNS: 'client',
  });
  sayMoreThan(i18n);
  expect(i18n.t('Total {{count}} items', { count })).toBe(text);
});
