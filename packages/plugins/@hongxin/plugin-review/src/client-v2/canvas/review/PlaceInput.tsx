import { useFlowEngine, type CollectionField } from '@nocobase/flow-engine';
import { Alert, Select } from 'antd';
import React from 'react';
import { useT } from '../../locale';

interface PlaceInputProps {
  collection: string;
  value?: string | null;
  onChange?(field: string | null): void;
}

const AREAS = 'hxAreas';
/** The field in which the pack's own tables keep the code of a record's area. */
const AREA_CODE = 'areaCode';

/** Relations to an area come first, then texts that may hold an area's code. */
function placeFields(fields: readonly CollectionField[]): CollectionField[] {
  const relations = fields.filter(({ type, target }) => type === 'belongsTo' && target === AREAS);
  const codes = fields.filter(({ name, interface: kind }) => name === AREA_CODE || kind === 'input');
  return [...relations, ...codes];
}

/** The field that says where a record is when the node names none; the server finds the same. */
export function ownPlaceField(fields: readonly CollectionField[]): CollectionField | undefined {
  const relations = fields.filter(({ type, target }) => type === 'belongsTo' && target === AREAS);
  return fields.find(({ name }) => name === AREA_CODE) ?? (relations.length === 1 ? relations[0] : undefined);
}

/** Which field is the place: rules with a level, the level above and supervision by area go by it. */
export function PlaceInput({ collection, value, onChange }: PlaceInputProps) {
  const t = useT();
  const { context } = useFlowEngine();
  const fields = context.dataSourceManager.getCollection('main', collection)?.getFields() ?? [];
  const own = ownPlaceField(fields);
  const titleOf = ({ name, title }: CollectionField): string => context.t(title || name);
  return (
    <>
      <Select
        allowClear
        style={{ maxWidth: 320 }}
        aria-label={t('记录所在区域的字段')}
        value={value ?? undefined}
        placeholder={own ? t('自动：{{field}}', { field: titleOf(own) }) : t('请选择字段')}
        options={placeFields(fields).map((field) => ({ value: field.name, label: titleOf(field) }))}
        onChange={(name?: string) => onChange?.(name ?? null)}
      />
      {!value && !own && fields.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          style={{ marginTop: 8 }}
          message={t('还不知道这张表的记录在哪个区域')}
          description={t(
            '按区域找人的规则都会找不到人，待办将交给市级管理员，按区域督办也看不到。请选择一个指向“区域”的关系字段，或存放区划代码的文本字段。',
          )}
        />
      )}
    </>
  );
}
