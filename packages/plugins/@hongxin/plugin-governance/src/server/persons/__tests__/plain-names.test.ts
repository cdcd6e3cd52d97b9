/** Names of people are stored in one spelling of what is seen, whoever they were given by. */
import { app, reset } from '@test/server/harness';

beforeAll(reset);

const AS_TYPED = ' 阿依\u200b古丽•买买 提 ';
const AS_SEEN = '阿依古丽·买买提';

it.each([
  ['hxInvitations', 'name', { kind: 'member', tokenHash: 'plain-names' }],
  [
    'hxAccountRequests',
    'applicantName',
    { kind: 'unit', organizationName: '市档案馆', phone: '13800001234', codeHash: 'plain-names' },
  ],
])('%s keeps %s as it is seen', async (collection, field, values) => {
  const repository = app().db.getRepository(collection);
  const row = await repository.create({ values: { ...values, [field]: AS_TYPED } });
  expect(row.get(field)).toBe(AS_SEEN);
  await repository.update({ filterByTk: row.get('id') as number, values: { [field]: '王\u3000小明' } });
  const stored = await repository.findOne({ filterByTk: row.get('id') as number });
  expect(stored?.get(field)).toBe('王小明');
});
