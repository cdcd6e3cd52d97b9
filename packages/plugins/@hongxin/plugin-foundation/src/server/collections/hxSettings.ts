import { defineCollection } from '@nocobase/database';

/** Settings of the pack that administrators change; what is absent has its default in code. */
export default defineCollection({
  name: 'hxSettings',
  title: '{{t("系统设置项", { ns: "@hongxin/plugin-foundation" })}}',
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
        title: '{{t("设置名", { ns: "@hongxin/plugin-foundation" })}}',
        'x-component': 'Input',
      },
    },
    {
      type: 'json',
      name: 'value',
      interface: 'json',
      uiSchema: {
        type: 'object',
        title: '{{t("设置值", { ns: "@hongxin/plugin-foundation" })}}',
        'x-component': 'Input.JSON',
      },
    },
  ],
});
