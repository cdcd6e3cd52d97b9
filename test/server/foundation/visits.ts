import { app, type Client } from '@test/server/harness';

/** What NocoBase's dialog for a new table at `/v/` sends, word for word. */
const STANDARD = [
  {
    name: 'id',
    type: 'snowflakeId',
    autoIncrement: false,
    primaryKey: true,
    allowNull: false,
    interface: 'snowflakeId',
    uiSchema: { type: 'number', title: '{{t("ID")}}', 'x-component': 'InputNumber', 'x-read-pretty': true },
  },
];

/** Makes a table as an administrator does: one request of the dialog, then one for every field. */
export async function makeTable(administrator: Client, name: string, fields: readonly object[], more: object = {}) {
  const made = await administrator.post('collections:create', {
    autoGenId: false,
    createdBy: false,
    updatedBy: false,
    createdAt: true,
    updatedAt: true,
    logging: true,
    sortable: true,
    name,
    template: 'general',
    view: false,
    title: '走访',
    fields: STANDARD,
    ...more,
  });
  if (made.status !== 200) throw new Error(`${name}: ${JSON.stringify(made.body)}`);
  for (const field of fields) {
    const added = await administrator.post(`collections/${name}/fields:create`, field);
    if (added.status !== 200) throw new Error(`${name}: ${JSON.stringify([field, added.body])}`);
  }
}

export const dropTable = (administrator: Client, name: string) =>
  administrator.post('collections:destroy', {}, { query: { filterByTk: name, cascade: true } });

const titled = (title: string, component: string, more: object = {}) => ({
  uiSchema: { title, 'x-component': component, ...more },
});

/** One field of every kind that the checks know. */
export const FIELDS = [
  { name: 'name', type: 'string', interface: 'input', ...titled('名称', 'Input') },
  { name: 'note', type: 'text', interface: 'textarea', ...titled('备注', 'Input.TextArea') },
  { name: 'day', type: 'dateOnly', interface: 'date', ...titled('日期', 'DatePicker') },
  { name: 'at', type: 'datetimeNoTz', interface: 'datetimeNoTz', ...titled('时间', 'DatePicker') },
  { name: 'moment', type: 'date', interface: 'datetime', ...titled('时刻', 'DatePicker') },
  { name: 'seconds', type: 'unixTimestamp', interface: 'unixTimestamp', ...titled('时间戳', 'UnixTimestamp') },
  { name: 'clock', type: 'time', interface: 'time', ...titled('钟点', 'TimePicker') },
  { name: 'share', type: 'float', interface: 'percent', ...titled('比例', 'Percent') },
  { name: 'people', type: 'bigInt', interface: 'integer', ...titled('人数', 'InputNumber') },
  { name: 'ok', type: 'boolean', interface: 'checkbox', ...titled('完成', 'Checkbox') },
  {
    name: 'tags',
    type: 'array',
    interface: 'multipleSelect',
    defaultValue: [],
    ...titled('标签', 'Select', {
      enum: [
        { value: 'a', label: '甲' },
        { value: 'b', label: '乙' },
      ],
    }),
  },
  {
    name: 'kind',
    type: 'string',
    interface: 'select',
    ...titled('类别', 'Select', {
      enum: [
        { value: 'x', label: '上门' },
        { value: 'y', label: '电话' },
      ],
    }),
  },
] as const;

/** A relation as the dialog makes it: it names its own table as `source`. */
export const toMany = (collection: string, name: string, target: string, title: string) => ({
  name,
  type: 'belongsToMany',
  interface: 'm2m',
  source: collection,
  target,
  through: `t_${collection}_${name}`,
  sourceKey: 'id',
  foreignKey: `${name}VisitId`,
  otherKey: `${name}Id`,
  targetKey: 'id',
  ...titled(title, 'AssociationField', { 'x-component-props': { multiple: true } }),
});

export const toOne = (collection: string, name: string, target: string, title: string) => ({
  name,
  type: 'belongsTo',
  interface: 'm2o',
  source: collection,
  target,
  foreignKey: `${name}Id`,
  targetKey: 'id',
  ...titled(title, 'AssociationField'),
});

/** The right of a role on a table, written by the same request as its permissions page. */
export async function giveRight(administrator: Client, role: string, name: string, actions: readonly object[]) {
  const existing = await app()
    .db.getRepository('rolesResources')
    .findOne({ filter: { roleName: role, name } });
  if (existing) await existing.destroy();
  const given = await administrator.post(`roles/${role}/resources:create`, { name, usingActionsConfig: true, actions });
  if (given.status !== 200) throw new Error(`${role} on ${name}: ${JSON.stringify(given.body)}`);
}
