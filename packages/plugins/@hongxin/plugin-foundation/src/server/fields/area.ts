import type { FieldOptions } from '@nocobase/database';
import { text } from './columns';
import { belongsTo, type RelationOptions } from './relations';

/** The place of a record: the area it is chosen by, and the area's digits, which the server copies beside it. */
export function place(label: string, options: RelationOptions = {}): FieldOptions[] {
  return [
    ...belongsTo('area', 'hxAreas', label, options),
    text('areaCode', '区划代码', { max: 20, index: true, readOnly: true }),
  ];
}
