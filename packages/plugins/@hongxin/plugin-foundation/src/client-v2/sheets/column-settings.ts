import { Cascader } from 'antd';

interface FieldLike {
  name: string;
  interface?: string;
  title?: string;
  targetCollection?: { getFields(): FieldLike[] };
}

interface Option {
  value: string;
  label: string;
  children?: Option[];
}

/** Fields to choose a column from; of a related record its own plain fields. */
export function columnOptions(fields: readonly FieldLike[], depth = 1): Option[] {
  return fields
    .filter((field) => field.interface)
    .flatMap((field): Option[] => {
      const option = { value: field.name, label: field.title ?? field.name };
      if (!field.targetCollection) return [option];
      return depth > 0 ? [{ ...option, children: columnOptions(field.targetCollection.getFields(), depth - 1) }] : [];
    });
}

/** A list of columns in a settings form: field and title, in an order that can be changed. */
export function columnList(options: readonly Option[], texts: { title: string; add: string }): Record<string, unknown> {
  const item = { 'x-decorator': 'FormItem' };
  return {
    type: 'array',
    'x-component': 'ArrayItems',
    ...item,
    items: {
      type: 'object',
      properties: {
        space: {
          type: 'void',
          'x-component': 'Space',
          properties: {
            sort: { type: 'void', ...item, 'x-component': 'ArrayItems.SortHandle' },
            dataIndex: {
              type: 'array',
              ...item,
              required: true,
              'x-component': Cascader,
              'x-component-props': { options, showSearch: true },
            },
            title: {
              type: 'string',
              ...item,
              'x-component': 'Input',
              'x-component-props': { placeholder: texts.title },
            },
            remove: { type: 'void', ...item, 'x-component': 'ArrayItems.Remove' },
          },
        },
      },
    },
    properties: { add: { type: 'void', title: texts.add, 'x-component': 'ArrayItems.Addition' } },
  };
}
