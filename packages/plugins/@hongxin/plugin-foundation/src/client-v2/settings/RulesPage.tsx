import { useRequest } from 'ahooks';
import { Card, Spin } from 'antd';
import React from 'react';
import { ReasonList } from '../components/ReasonList';
import { useTools } from '../tools/tools';
import { reasonsOf } from '../requests/errors';
import { fetchSettingForms } from '../requests/setting-forms';
import { SettingCard } from './SettingCard';

/** Limits, time limits, rubrics and reminders: everything that a city may decide otherwise than the programme does. */
export default function RulesPage() {
  const tools = useTools();
  const { t } = tools;
  const forms = useRequest(() => fetchSettingForms(tools), { onError: () => undefined }); // shown below
  if (!forms.data)
    return forms.loading ? (
      <Spin style={{ display: 'block', margin: 48 }} />
    ) : (
      <Card>
        <ReasonList title={t('没有完成')} reasons={reasonsOf(forms.error)} />
      </Card>
    );
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      {forms.data.map((form) => (
        <SettingCard key={`${form.key}.${JSON.stringify(form.value)}`} form={form} onSaved={forms.refresh} />
      ))}
    </div>
  );
}
