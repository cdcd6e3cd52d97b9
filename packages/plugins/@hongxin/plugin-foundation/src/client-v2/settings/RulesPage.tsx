import { useFlowEngine } from '@nocobase/flow-engine';
import { Card, Spin } from 'antd';
import React from 'react';
import { ReasonList } from '../components/ReasonList';
import { useT } from '../locale';
import { fetchSettingForms } from '../requests/setting-forms';
import { useLoaded } from '../view/use-loaded';
import { SettingCard } from './SettingCard';

/** Limits, time limits, rubrics and reminders: everything that a city may decide otherwise than the programme does. */
export default function RulesPage() {
  const { api } = useFlowEngine().context;
  const t = useT();
  const forms = useLoaded(() => fetchSettingForms(api));
  if (!forms.data)
    return forms.loading ? (
      <Spin style={{ display: 'block', margin: 48 }} />
    ) : (
      <Card>
        <ReasonList title={t('没有完成')} reasons={forms.problems} />
      </Card>
    );
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      {forms.data.map((form) => (
        <SettingCard key={`${form.key}.${JSON.stringify(form.value)}`} form={form} onSaved={forms.reload} />
      ))}
    </div>
  );
}
