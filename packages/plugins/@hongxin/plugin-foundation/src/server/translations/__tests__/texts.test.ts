import type { Collection } from '@nocobase/database';
import { pairsOf, textsOfCollection, textsOfPages, titleOfKey } from '../texts';

it('finds every Chinese text of a page that is read, in popups too, and nothing else', () => {
  const page = {
    key: 'x/y',
    version: 1,
    layout: 'desktop' as const,
    roles: [],
    group: { title: '双报到', icon: 'A' },
    item: { title: '单位', icon: 'B' },
    sort: 1,
    blueprint: {
      tabs: [
        {
          key: '键',
          title: '全部',
          blocks: [
            {
              type: 'table',
              fieldGroups: [{ title: '基本信息', fields: ['name'] }],
              recordActions: [
                { type: 'view', title: '查看', popup: { title: '单位详情', blocks: [] } },
                { type: 'edit', title: 'Plain' },
              ],
              settings: { content: '正文', title: '{{t("已译")}}' },
            },
          ],
        },
      ],
    },
  };
  expect([...textsOfPages([page])].sort()).toEqual(['全部', '单位', '单位详情', '双报到', '基本信息', '查看'].sort());
});

it('finds titles and choices of a collection', () => {
  const uiSchema = { title: '{{t("性别")}}', enum: [{ value: 'male', label: '男' }] };
  const fields = new Map([
    ['gender', { options: { uiSchema } }],
    ['area', { options: { uiSchema: { title: '区域' } } }],
    ['plain', { options: {} }],
  ]);
  const collection = { options: { title: '人员' }, fields } as unknown as Collection;
  expect([...textsOfCollection(collection)]).toEqual(['人员', '男', '区域']);
});

it('takes what a declaration gives in both languages', () => {
  const states = { draft: { label: { zh: '草稿', en: 'Draft' } }, done: { label: { zh: '办结', en: 'Done' } } };
  expect(pairsOf([{ states }, { text: { zh: '草稿', en: 'Another' } }])).toEqual({ 草稿: 'Draft', 办结: 'Done' });
});

it('titles a foreign key after its relation', () => {
  const english: Record<string, string> = { 区域: 'Area' };
  const titles = ['区域编号', '单位编号', '区域'].map((text) => titleOfKey(text, (key) => english[key]));
  expect(titles).toEqual(['Area ID', undefined, undefined]);
});
