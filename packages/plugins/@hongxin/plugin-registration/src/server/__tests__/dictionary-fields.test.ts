/** Choices that are kept in a dictionary: one source, wherever they are offered, written, matched or configured. */
import { governanceOf } from '@hongxin/plugin-governance';
import type { Model } from '@nocobase/database';
import { app, reset, type Client } from '@test/server/harness';
import {
  buildTown,
  COLLECTION,
  create,
  draft,
  filledIn,
  newMember,
  remove,
  update,
  type Town,
} from '@test/server/registration/town';

interface Choice {
  value: string;
  label: string;
  color?: string;
  disabled?: boolean;
}
interface FieldRow {
  key: string;
  uiSchema: { title: string; enum: Choice[] };
}

let town: Town;
let administrator: Client;
const FIELDS = [
  ['unitKind', 'hxUnits', 'kind'],
  ['servicePostClass', COLLECTION, 'serviceIntentions'],
  ['leaveReason', COLLECTION, 'leaveReason'],
] as const;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  administrator = town.administrator;
});

const running = (collection: string, field: string): Choice[] =>
  (app().db.getCollection(collection).getField(field).options as FieldRow).uiSchema.enum;
const shown = async (collection: string, field: string, language = 'zh-CN'): Promise<Choice[]> => {
  const answer = await administrator.call<
    { name: string; fields: { name: string; uiSchema: FieldRow['uiSchema'] }[] }[]
  >('GET', 'collections:listMeta', { headers: { 'x-locale': language } });
  const fields = answer.body.data.find(({ name }) => name === collection)?.fields;
  return fields?.find(({ name }) => name === field)?.uiSchema.enum ?? [];
};
const labelled = (choices: readonly Choice[], value: string) => choices.find((each) => each.value === value)?.label;
const rowOf = async (collection: string, name: string): Promise<FieldRow> => {
  const answer = await administrator.get<FieldRow>('fields:get', { filter: { collectionName: collection, name } });
  return answer.body.data;
};
const codes = (answer: { body: { errors?: { code?: string }[] } }) => answer.body.errors?.map(({ code }) => code);
const itemOf = async (dictionary: string, code: string): Promise<{ id: number }> => {
  const answer = await administrator.get<{ id: number }>('hxDictionaryItems:get', { filter: { dictionary, code } });
  return answer.body.data;
};

describe.each(FIELDS)('%s rules %s.%s', (dictionary, collection, field) => {
  it('an item that is added, renamed, switched off or deleted is so in the field, in both languages', async () => {
    const before = running(collection, field);
    const item = { dictionary, code: 'added', title: '新增项', titleEn: 'An added one', sort: 5 };
    const { id } = await create(administrator, 'hxDictionaryItems', item);
    expect((await shown(collection, field))[0]).toEqual({ value: 'added', label: '新增项' });
    expect(labelled(await shown(collection, field, 'en-US'), 'added')).toBe('An added one');
    await update(administrator, 'hxDictionaryItems', id, { title: '改名项' });
    expect(labelled(await shown(collection, field), 'added')).toBe('改名项');
    await update(administrator, 'hxDictionaryItems', id, { enabled: false });
    expect(running(collection, field)).toEqual(before);
    await update(administrator, 'hxDictionaryItems', id, { enabled: true });
    expect((await remove(administrator, 'hxDictionaryItems', id)).status).toBe(200);
    expect(running(collection, field)).toEqual(before);
  });

  it('its own configuration takes colours and refuses other choices, naming where they are kept', async () => {
    const { key, uiSchema } = await rowOf(collection, field);
    const change = (choices: Choice[]) =>
      administrator.post('fields:update', { uiSchema: { ...uiSchema, enum: choices } }, { query: { filterByTk: key } });
    const [first, ...rest] = uiSchema.enum;
    for (const choices of [
      [...uiSchema.enum, { value: 'own', label: '自己加的' }],
      [{ ...first, label: '另一名称' }, ...rest],
      rest,
      [],
    ]) {
      const answer = await change(choices);
      expect([answer.status, codes(answer)]).toEqual([400, ['CHOICES_OF_DICTIONARY']]);
    }
    expect(running(collection, field)).toEqual(uiSchema.enum);
    expect((await change([...rest, { ...first, color: 'magenta' }])).status).toBe(200);
    expect(running(collection, field)).toEqual([{ ...first, color: 'magenta' }, ...rest]);
    expect((await change(uiSchema.enum)).status).toBe(200);
  });

  it('a change that is rolled back leaves the field as it was', async () => {
    const before = running(collection, field);
    const failing = app().db.sequelize.transaction(async (transaction) => {
      const values = { dictionary, code: 'added', title: '新增项' };
      await app().db.getRepository('hxDictionaryItems').create({ values, transaction });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(running(collection, field)).toEqual(before);
  });
});

it('two items that are saved at once are both in the field', async () => {
  const item = (code: string) => ({ dictionary: 'unitKind', code, title: `新增${code}` });
  const made = await Promise.all(['a', 'b', 'c'].map((code) => create(administrator, 'hxDictionaryItems', item(code))));
  const values = running('hxUnits', 'kind').map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(['a', 'b', 'c']));
  for (const { id } of made) expect((await remove(administrator, 'hxDictionaryItems', id)).status).toBe(200);
});

it('what is switched off is readable where it is held, offered nowhere, and chosen by nobody', async () => {
  const { id } = await create(administrator, 'hxDictionaryItems', {
    dictionary: 'unitKind',
    code: 'museum',
    title: '博物馆',
  });
  const unit = await create(administrator, 'hxUnits', { name: '市博物馆', kind: 'museum' });
  await update(administrator, 'hxDictionaryItems', id, { enabled: false });
  expect(running('hxUnits', 'kind')).toContainEqual({ value: 'museum', label: '博物馆', disabled: true });
  const another = await administrator.post('hxUnits:create', { name: '县博物馆', kind: 'museum' });
  expect([another.status, codes(another)]).toEqual([400, ['CHOICE_NOT_OFFERED']]);
  const unknown = await administrator.post('hxUnits:create', { name: '县文化馆', kind: 'culture' });
  expect([unknown.status, codes(unknown)]).toEqual([400, ['VALUE_NOT_A_CHOICE']]);
  // the unit that has it may be edited, and keeps it
  const edited = await update(administrator, 'hxUnits', unit.id, { name: '市博物院', kind: 'museum' });
  expect(edited.status).toBe(200);
  const removed = await remove(administrator, 'hxDictionaryItems', id);
  expect([removed.status, codes(removed)]).toEqual([400, ['RECORD_IN_USE']]);
  const recoded = await update(administrator, 'hxDictionaryItems', id, { code: 'gallery' });
  expect([recoded.status, codes(recoded)]).toEqual([400, ['DICTIONARY_CODE_IN_USE']]);
  await remove(administrator, 'hxUnits', unit.id);
  expect((await remove(administrator, 'hxDictionaryItems', id)).status).toBe(200);
});

it('a class of service that is switched off is no longer asked for, and a draft that has it says so', async () => {
  const { id } = await itemOf('servicePostClass', 'legalAid');
  await update(administrator, 'hxDictionaryItems', id, { enabled: false });
  const member = await newMember();
  const prefill = await member.get<{ choices: Record<string, Choice[]> }>(`${COLLECTION}:prefill`);
  expect(prefill.body.data.choices.serviceIntentions.map(({ value }) => value)).not.toContain('legalAid');
  const chosen = await member.post(`${COLLECTION}:create`, filledIn(town, { serviceIntentions: ['legalAid'] }));
  expect([chosen.status, codes(chosen)]).toEqual([400, ['VALUE_NOT_A_CHOICE']]);
  await update(administrator, 'hxDictionaryItems', id, { enabled: true });
  await draft(town, member, { serviceIntentions: ['legalAid'] });
});

it('an item that the code itself writes is neither deleted nor given another code', async () => {
  const { id } = await itemOf('leaveReason', 'moved');
  const removed = await remove(administrator, 'hxDictionaryItems', id);
  expect([removed.status, codes(removed)]).toEqual([400, ['DICTIONARY_CODE_NEEDED']]);
  const recoded = await update(administrator, 'hxDictionaryItems', id, { code: 'gone' });
  expect([recoded.status, codes(recoded)]).toEqual([400, ['DICTIONARY_CODE_NEEDED']]);
});

it('an upgrade brings what was put into the field into the dictionary, once', async () => {
  const { db } = app();
  const filter = { collectionName: 'hxUnits', name: 'kind' };
  const { uiSchema } = await rowOf('hxUnits', 'kind');
  const own = [
    ...uiSchema.enum
      .filter(({ value }) => value !== 'lawFirm')
      .map((each) => (each.value === 'clinic' ? { ...each, label: '社区卫生室' } : each)),
    { value: 'museum', label: '博物馆', color: 'purple' },
  ];
  await db.getRepository('fields').update({ filter, values: { uiSchema: { ...uiSchema, enum: own } }, hooks: false });
  const { dictionaryFields } = governanceOf(app());
  await dictionaryFields.adopt();
  await dictionaryFields.adopt();
  const items = (await db
    .getRepository('hxDictionaryItems')
    .find({ filter: { dictionary: 'unitKind' }, sort: ['sort'] })) as Model[];
  const byCode = new Map(items.map((item) => [item.get('code'), item]));
  expect(items.filter((item) => item.get('code') === 'museum')).toHaveLength(1);
  expect(byCode.get('museum')?.toJSON()).toMatchObject({ title: '博物馆', enabled: true });
  expect(byCode.get('clinic')?.get('title')).toBe('社区卫生室');
  expect(byCode.get('lawFirm')?.get('enabled')).toBe(false);
  expect(running('hxUnits', 'kind')).toContainEqual({ value: 'museum', label: '博物馆', color: 'purple' });
  expect(running('hxUnits', 'kind').map(({ value }) => value)).not.toContain('lawFirm');
  await remove(administrator, 'hxDictionaryItems', byCode.get('museum')?.get('id'));
  await update(administrator, 'hxDictionaryItems', byCode.get('clinic')?.get('id'), { title: '卫生室' });
  await update(administrator, 'hxDictionaryItems', byCode.get('lawFirm')?.get('id'), { enabled: true });
  expect(running('hxUnits', 'kind').map(({ value, label }) => [value, label])).toEqual(
    uiSchema.enum.map(({ value, label }) => [value, label]),
  );
});
