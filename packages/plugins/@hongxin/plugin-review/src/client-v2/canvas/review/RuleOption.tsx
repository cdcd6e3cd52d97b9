import { languageOf, requestsOf } from '@hongxin/plugin-foundation/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import { useDebounceFn, useRequest } from 'ahooks';
import { Input, InputNumber, Select } from 'antd';
import React from 'react';
import { type AssigneeRule } from '../../../shared/config';
import { type RuleOption as Option } from '../../../shared/rule-options';
import { translator } from '../../locale';
import { fetchRecords, fetchRoles, fetchUsers } from '../../requests/rules';
import { manyPaths, personPaths } from './person-paths';
import { placeChoices, placeOf, withPlace } from './place';

/** The host's forms stretch every select over the whole width; options of one rule share a line. */
const ONE: React.CSSProperties = { width: 'auto', flex: '1 1 160px' };
const MANY: React.CSSProperties = { width: 'auto', flex: '2 1 240px' };

interface RuleOptionProps {
  context: FlowContext;
  collection: string;
  rule: AssigneeRule;
  field: Option<string>;
  onChange(rule: AssigneeRule): void;
}

/** One option of a rule. */
export function RuleOption({ context, collection, rule, field, onChange }: RuleOptionProps) {
  const t = translator(context);
  const { dataSourceManager } = context;
  const requests = requestsOf(context.api);
  const { title } = field;
  const value = rule[field.name];
  const set = (next: unknown): void => onChange({ ...rule, [field.name]: next });
  const text = (title: string): string => context.t(title);
  switch (field.kind) {
    case 'records':
      return (
        <LoadedSelect
          many
          label={title}
          value={value}
          load={async () => (field.of ? fetchRecords(requests, languageOf(context), field.of) : [])}
          onChange={set}
        />
      );
    case 'role':
      return <LoadedSelect label={title} value={value} load={() => fetchRoles(requests)} onChange={set} />;
    case 'users':
      return (
        <UsersOption context={context} label={title} value={(value as number[] | undefined) ?? []} onChange={set} />
      );
    case 'place':
      return (
        <Select
          style={ONE}
          aria-label={title}
          placeholder={title}
          value={placeOf(rule)}
          options={placeChoices(t)}
          onChange={(place: string) => onChange(withPlace(rule, place))}
        />
      );
    case 'choice':
    case 'choices':
      return (
        <Select
          mode={field.kind === 'choices' ? 'multiple' : undefined}
          style={field.kind === 'choices' ? MANY : ONE}
          aria-label={title}
          placeholder={title}
          value={value}
          options={field.choices?.map((choice) => ({ value: choice.value, label: choice.title }))}
          onChange={set}
        />
      );
    case 'number':
      return (
        <InputNumber
          aria-label={title}
          placeholder={title}
          value={value as number | undefined}
          onChange={set}
          style={ONE}
        />
      );
    case 'text':
      return (
        <Input
          aria-label={title}
          placeholder={title}
          value={value as string | undefined}
          onChange={({ target }) => set(target.value)}
          style={ONE}
        />
      );
    default:
      return (
        <Select
          showSearch
          optionFilterProp="label"
          style={ONE}
          aria-label={title}
          placeholder={title}
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
  label,
  value,
  onChange,
}: {
  context: FlowContext;
  label: string;
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
      aria-label={label}
      placeholder={t('输入姓名查找')}
      value={value}
      options={options}
      onSearch={search}
      onChange={onChange}
    />
  );
}
