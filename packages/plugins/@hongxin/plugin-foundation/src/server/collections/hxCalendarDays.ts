import { defineCollection } from '@nocobase/database';

const choice = (value: string, label: string, color: string) => ({ value, label, color });

/** Public holidays and make-up working days; every other day follows the week. */
export default defineCollection({
  name: 'hxCalendarDays',
  title: '工作日历',
  titleField: 'date',
  filterTargetKey: 'id',
  createdBy: true,
  updatedBy: true,
  indexes: [{ fields: ['year'] }],
  fields: [
    {
      type: 'dateOnly',
      name: 'date',
      allowNull: false,
      unique: true,
      interface: 'date',
      uiSchema: {
        type: 'string',
        title: '日期',
        'x-component': 'DatePicker',
        'x-component-props': { dateOnly: true },
        required: true,
      },
    },
    {
      type: 'string',
      name: 'kind',
      allowNull: false,
      defaultValue: 'holiday',
      interface: 'select',
      uiSchema: {
        type: 'string',
        title: '类别',
        'x-component': 'Select',
        required: true,
        enum: [choice('holiday', '休息', 'red'), choice('workday', '上班', 'blue')],
      },
    },
    {
      type: 'string',
      name: 'name',
      interface: 'input',
      uiSchema: { type: 'string', title: '节日', 'x-component': 'Input' },
    },
    {
      type: 'string',
      name: 'source',
      defaultValue: 'manual',
      interface: 'select',
      uiSchema: {
        type: 'string',
        title: '来源',
        'x-component': 'Select',
        'x-read-pretty': true,
        enum: [choice('official', '国务院公布', 'green'), choice('manual', '自行维护', 'default')],
      },
    },
    {
      type: 'integer',
      name: 'year',
      interface: 'integer',
      uiSchema: {
        type: 'number',
        title: '年份',
        'x-component': 'InputNumber',
        'x-component-props': { separator: '0.00' },
        'x-read-pretty': true,
      },
    },
  ],
});
