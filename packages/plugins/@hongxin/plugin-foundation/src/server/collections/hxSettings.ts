import { defineCollection } from '@nocobase/database';

/** Settings of the pack that administrators change; what is absent has its default in code. */
export default defineCollection({
  name: 'hxSettings',
  title: '系统设置项',
  filterTargetKey: 'key',
  autoGenId: false,
  createdAt: false,
  updatedBy: true,
  fields: [
    {
      type: 'string',
      name: 'key',
      primaryKey: true,
      interface: 'input',
      uiSchema: {
        type: 'string',
        title: '设置名',
        'x-component': 'Input',
      },
    },
    {
      type: 'json',
      name: 'value',
      interface: 'json',
      uiSchema: {
        type: 'object',
        title: '设置值',
        'x-component': 'Input.JSON',
      },
    },
  ],
});
