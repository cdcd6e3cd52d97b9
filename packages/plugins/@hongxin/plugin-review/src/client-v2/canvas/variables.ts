import { type UseVariableOptions, type VariableOption } from '@nocobase/plugin-workflow/client-v2';

/** Makes entries of the variable tree under the names of keys that the host asks for. */
export function variableLeaf({ fieldNames = {} }: UseVariableOptions = {}) {
  const { label = 'label', value = 'value', children = 'children' } = fieldNames;
  return (key: string, title: string, below?: VariableOption[]): VariableOption => ({
    key,
    [value]: key,
    [label]: title,
    ...(below ? { [children]: below } : {}),
  });
}
