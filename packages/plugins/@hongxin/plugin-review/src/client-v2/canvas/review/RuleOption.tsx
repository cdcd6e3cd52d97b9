import { languageOf, requestsOf } from '@hongxin/plugin-foundation/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import { useDebounceFn, useRequest } from 'ahooks';
import { Select } from 'antd';
import React from 'react';
import { type AssigneeRule } from '../../../shared/config';
import { translator } from '../../locale';
import { fetchPostTypes, fetchRoles, fetchUsers } from '../../requests/rules';
import { manyPaths, personPaths } from './person-paths';
import { placeChoices, placeOf, withPlace } from './place';
import { type RuleField } from './rule-types';

/** The host's forms stretch every select over the whole width; options of one rule share a line. */
const ONE: React.CSSProperties = { width: 'auto', flex: '1 1 160px' };
const MANY: React.CSSProperties = { width: 'auto', flex: '2 1 240px' };

interface RuleOptionProps {
  context: FlowContext;
  collection: string;
  rule: AssigneeRule;
  field: RuleField;
  onChange(rule: AssigneeRule): void;
}

/** One option of a rule. */
export function RuleOption({ context, collection, rule, field, onChange }: RuleOptionProps) {
  const t = translator(context);
  const { dataSourceManager } = context;
  const requests = requestsOf(context.api);
  const value = (rule as unknown as Record<string, unknown>)[field.name];
  const set = (next: unknown): void => onChange({ ...rule, [field.name]: next } as AssigneeRule);
  const text = (title: string): string => context.t(title);
  switch (field.kind) {
    case 'postTypes':
      return (
        <LoadedSelect
          many
          label={t('岗位')}
          value={value}
          load={() => fetchPostTypes(requests, languageOf(context))}
          onChange={set}
        />
      );
    case 'role':
      return <LoadedSelect label={t('角色')} value={value} load={() => fetchRoles(requests)} onChange={set} />;
    case 'users':
      return <UsersOption context={context} value={(value as number[] | undefined) ?? []} onChange={set} />;
    case 'place':
      return (
        <Select
          style={ONE}
          aria-label={t('哪一级')}
          placeholder={t('哪一级')}
          value={placeOf(rule)}
          options={placeChoices(t)}
          onChange={(place: string) => onChange(withPlace(rule, place))}
        />
      );
    case 'organization':
      return (
        <Select
          style={ONE}
          aria-label={t('哪一级党组织')}
          value={value as number | undefined}
          options={[
            { value: 0, label: t('记录所属的党组织') },
            { value: 1, label: t('上级党组织') },
          ]}
          onChange={set}
        />
      );
    default:
      return (
        <Select
          showSearch
          optionFilterProp="label"
          style={ONE}
          aria-label={t('记录里的哪一项')}
          placeholder={t('记录里的哪一项')}
          value={value as string | undefined}
          options={(field.kind === 'people' ? personPaths : manyPaths)(dataSourceManager, collection, text)}
          onChange={set}
        />
      );
  }
}

interface LoadedSelectProps {
  label: string;
  value: unknown;
  many?: boolean;
  load(): Promise<{ value: string; label: string }[]>;
  onChange(value: unknown): void;
}

function LoadedSelect({ label, value, many, load, onChange }: LoadedSelectProps) {
  const { data, loading } = useRequest(load, { onError: () => undefined }); // the list stays empty, what is there is kept
  return (
    <Select
      mode={many ? 'multiple' : undefined}
      showSearch
      optionFilterProp="label"
      style={many ? MANY : ONE}
      aria-label={label}
      placeholder={label}
      loading={loading}
      value={value as string | undefined}
      options={data}
      onChange={onChange}
    />
  );
}

function UsersOption({
  context,
  value,
  onChange,
}: {
  context: FlowContext;
  value: number[];
  onChange(ids: number[]): void;
}) {
  const t = translator(context);
  const requests = React.useMemo(() => requestsOf(context.api), [context.api]);
  const [first] = React.useState(value);
  const { data: named = [] } = useRequest(async () => (first.length > 0 ? fetchUsers(requests, { ids: first }) : []), {
    onError: () => undefined,
  });
  const { data: found = [], run } = useRequest((keyword: string = '') => fetchUsers(requests, { keyword }), {
    onError: () => undefined,
  });
  const { run: search } = useDebounceFn(run, { wait: 300 });
  const options = [...found, ...named.filter((each) => !found.some((other) => other.value === each.value))];
  return (
    <Select
      mode="multiple"
      showSearch
      filterOption={false}
      style={MANY}
      aria-label={t('人员')}
      placeholder={t('输入姓名查找')}
      value={value}
      options={options}
      onSearch={search}
      onChange={onChange}
    />
  );
}
