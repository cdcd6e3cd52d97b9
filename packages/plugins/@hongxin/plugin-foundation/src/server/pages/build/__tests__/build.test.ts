/** What a page says is completed from the declaration of its collection and of its process. */
import type { BlueprintAction, BlueprintBlock } from '../../../seeding/pages/blueprint';
import type { PageSeed } from '../../../domain';
import { fieldsToFill } from '..';
import { errands, hxErrands, hxLoans } from './collections';

const block = (page: PageSeed, tab = 0): BlueprintBlock | undefined => page.blueprint.tabs[tab]?.blocks[0];
const action = (page: PageSeed, key: string): BlueprintAction | undefined =>
  [...(block(page)?.actions ?? []), ...(block(page)?.recordActions ?? [])].find(
    (each): each is BlueprintAction => typeof each !== 'string' && each.key === key,
  );
const uses = (parts: readonly { use: string }[] = []): string[] => parts.map(({ use }) => use);

describe('a page', () => {
  it('is a whole document, of which it has said little', () => {
    expect(errands({ version: 3, order: '-id', canDelete: true })).toMatchObject({
      key: 'errands/errands',
      version: 3,
      layout: 'desktop',
      roles: ['hx-city', 'hx-official'],
      group: { title: '跑腿', icon: 'HeartOutlined' },
      item: { title: '跑腿', icon: 'HeartOutlined' },
      sort: 500,
      blueprint: {
        tabs: [
          {
            key: 'all',
            title: '全部',
            blocks: [
              {
                key: 'all',
                type: 'table',
                collection: 'hxErrands',
                settings: { pageSize: 20, sorting: [{ field: 'id', direction: 'desc' }] },
                actions: ['filter', 'refresh', { key: 'add', title: '新建跑腿' }],
                recordActions: [
                  { key: 'view', popup: { title: '跑腿详情' } },
                  { key: 'edit', title: '修改' },
                  'delete',
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it('lists cards on a phone, in no group of the menu, with nothing to filter by', () => {
    const page = errands({ phone: true, roles: ['hx-official'] });
    expect(page).toMatchObject({ layout: 'mobile', roles: ['hx-official'] });
    expect(page.group).toBeUndefined();
    expect(block(page)).toMatchObject({ type: 'list', settings: { pageSize: 10 } });
    expect(block(page)?.actions?.slice(0, -1)).toEqual(['refresh']);
    expect(uses(page.ownActions)).not.toContain('HxAreaFilterActionModel');
  });

  it('has tabs that are a block of ours, or a form with a text in both languages below it', () => {
    const { blueprint, ownBlocks, ownActions } = errands({
      tabs: [
        { key: 'map', block: 'HxMapBlockModel' },
        {
          key: 'new',
          title: '登记',
          register: { save: '存为草稿', submit: 'submit', text: { zh: '须知', en: 'Note' } },
        },
      ],
    });
    expect(blueprint.tabs[0]).toEqual({ key: 'map', title: '跑腿', blocks: [] });
    expect(ownBlocks).toEqual([{ tab: 'map', place: 'top', use: 'HxMapBlockModel' }]);
    expect(blueprint.tabs[1]?.blocks).toMatchObject([
      { key: 'form', type: 'createForm', actions: [{ title: '存为草稿' }] },
      { key: 'notice', settings: { content: '{% if ctx.locale == "en-US" %}\nNote\n{% else %}\n须知\n{% endif %}' } },
    ]);
    expect(ownActions).toEqual([{ block: 'form', place: 'form', use: 'HxSubmitFormActionModel' }]);
  });

  it('lends its tabs what they do not say, but not to one with another collection', () => {
    const page = errands({
      tabs: [
        { key: 'open', states: ['open'] },
        { key: 'loans', title: '借用', collection: hxLoans, fields: ['thing'] },
      ],
    });
    expect(block(page, 0)).toMatchObject({
      collection: 'hxErrands',
      settings: { dataScope: { logic: '$and', items: [{ path: 'state', operator: '$in', value: ['open'] }] } },
    });
    expect(block(page, 1)).toMatchObject({ collection: 'hxLoans', actions: ['filter', 'refresh'], recordActions: [] });
    expect(page.ownActions?.filter(({ block: key }) => key.startsWith('loans'))).toEqual([]);
  });
});

describe('the parts of a list', () => {
  it('take 办理, steps and history from its process', () => {
    const { ownBlocks, ownActions } = errands();
    expect(ownBlocks).toEqual([
      { tab: 'all', popup: 'all.view', place: 'top', use: 'HxProcessStepsBlockModel' },
      { tab: 'all', popup: 'all.view', place: 'bottom', use: 'HxHistoryBlockModel' },
    ]);
    expect(ownActions?.filter(({ use }) => use === 'HxTransitionActionModel')).toEqual([
      { block: 'all', place: 'record', use: 'HxTransitionActionModel' },
      { block: 'all.view.details', place: 'record', use: 'HxTransitionActionModel' },
    ]);
    const without = errands({ process: undefined, byArea: false });
    expect([...uses(without.ownBlocks), ...uses(without.ownActions)]).toEqual([]);
    const rowsOnly = errands({ details: false, form: undefined, fields: ['title'], byArea: false });
    expect(rowsOnly.ownBlocks).toEqual([]);
    expect(rowsOnly.ownActions).toEqual([{ block: 'all', place: 'record', use: 'HxTransitionActionModel' }]);
  });

  it('put others of ours in their place', () => {
    const page = errands({ below: 'HxReceiptBlockModel', press: 'HxClaimActionModel', steps: false, byArea: false });
    expect(uses(page.ownBlocks)).toEqual(['HxReceiptBlockModel']);
    expect(uses(page.ownActions)).toEqual(['HxClaimActionModel', 'HxClaimActionModel']);
  });

  it('are narrowed to an area where officials see records that have one', () => {
    const filters = (options: Parameters<typeof errands>[0]) =>
      uses(errands(options).ownActions).filter((use) => use === 'HxAreaFilterActionModel');
    expect(filters({})).toHaveLength(1);
    expect(filters({ byArea: false })).toEqual([]);
    expect(filters({ roles: ['hx-unit'] })).toEqual([]);
    expect(filters({ collection: hxLoans, process: undefined, form: ['thing'] })).toEqual([]);
  });

  it('open on a relation what the house shows of its target', () => {
    const [title, helper] = block(errands({ fields: ['title', 'helper'] }))?.fields ?? [];
    expect(title).toBe('title');
    expect(helper).toMatchObject({
      field: 'helper',
      popup: { title: '人员', blocks: [{ fields: ['name', 'phone'] }] },
    });
    expect(block(errands({ fields: ['helper'], summaries: false }))?.fields).toEqual(['helper']);
  });

  it('show what hangs on a record under the title of the relation', () => {
    const page = errands({ related: [{ relation: 'loans', collection: hxLoans, fields: ['thing'] }] });
    expect(action(page, 'view')?.popup?.blocks?.[1]).toMatchObject({
      key: 'loans',
      title: '借用',
      resource: { binding: 'associatedRecords', associationField: 'loans' },
    });
  });
});

describe('a form', () => {
  it('offers what the house offers, or what the list says instead', () => {
    const byName = { selectSettings: { sortingRule: { sort: [{ field: 'name', direction: 'asc' }] } } };
    expect(errands().fieldSteps).toEqual([
      { block: 'all.add.form', field: 'helper', stepParams: byName },
      { block: 'all.edit.form', field: 'helper', stepParams: byName },
    ]);
    const filter = { logic: '$and' as const, items: [{ path: 'level', operator: '$eq', value: 'building' }] };
    expect(errands({ edit: false, offers: { area: { filter }, helper: { filter } } }).fieldSteps).toEqual([
      { block: 'all.add.form', field: 'helper', stepParams: { selectSettings: { dataScope: { filter } } } },
      { block: 'all.add.form', field: 'area', stepParams: { selectSettings: { dataScope: { filter } } } },
    ]);
  });

  it('hands in with a second button; what was handed in is changed only while it can be handed in again', () => {
    const page = errands({ edit: { submit: 'submit' }, add: { submit: 'finish', save: '存为草稿' } });
    expect(action(page, 'edit')?.settings).toMatchObject({
      linkageRules: [
        {
          title: '草稿和已退回时可修改',
          condition: {
            items: [
              { path: '{{ ctx.record.state }}', operator: '$ne', value: 'draft' },
              { path: '{{ ctx.record.state }}', operator: '$ne', value: 'returned' },
            ],
          },
        },
      ],
    });
    expect(page.ownActions?.filter(({ place }) => place === 'form')).toEqual([
      {
        block: 'all.add.form',
        place: 'form',
        use: 'HxSubmitFormActionModel',
        stepParams: { submitSettings: { transition: { name: 'finish' } } },
      },
      { block: 'all.edit.form', place: 'form', use: 'HxSubmitFormActionModel' },
    ]);
  });

  it('may ask for all that people fill in', () => {
    expect(fieldsToFill(hxErrands)).toEqual(['title', 'note', 'wantedBy', 'helper', 'area']);
  });
});

it('heads the columns of a sheet as the fields are called, on the tab of all records', () => {
  const sheet = { columns: ['number', 'helper.name', ['area.code', '区域代码']] as const };
  const page = errands({ sheet, tabs: [{ key: 'open', states: ['open'] }, { key: 'all' }] });
  const exports = page.ownActions?.filter(({ use }) => use === 'ExportActionModel');
  expect(exports).toMatchObject([
    {
      block: 'all',
      stepParams: {
        exportActionSetting: {
          exportableFields: {
            exportSettings: [
              { dataIndex: ['number'], title: '跑腿编号' },
              { dataIndex: ['helper', 'name'], title: '帮手' },
              { dataIndex: ['area', 'code'], title: '区域代码' },
            ],
          },
        },
      },
    },
  ]);
});
