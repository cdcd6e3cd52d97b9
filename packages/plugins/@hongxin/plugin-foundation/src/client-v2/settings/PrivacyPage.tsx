import { useRequest } from 'ahooks';
import { App, Button, Card, Form, InputNumber, Popconfirm, Spin, Switch, Table, Typography } from 'antd';
import React from 'react';
import { ReasonList } from '../components/ReasonList';
import { useTools } from '../tools/tools';
import { reasonsOf, requestFailure, type RequestReason } from '../requests/errors';
import {
  anonymizeNow,
  fetchLimits,
  fetchRetention,
  saveLimits,
  type PrivacyLimits,
  type RetentionFigure,
} from '../requests/privacy-settings';

const NUMBERS = [
  { path: ['revealLimit', 'perDay'], label: '每人每天查看原文上限（次）', min: 1, max: 10_000 },
  { path: ['lockOut', 'accountFailures'], label: '同一账号登录失败几次后锁定', min: 3, max: 1000 },
  { path: ['lockOut', 'addressFailures'], label: '同一地址登录失败几次后锁定', min: 3, max: 100_000 },
  { path: ['lockOut', 'windowMinutes'], label: '失败次数的计数时长（分钟）', min: 1, max: 1440 },
  { path: ['lockOut', 'lockMinutes'], label: '锁定时长（分钟）', min: 1, max: 1440 },
] as const;

/** Limits of reveals and sign-ins, how long each collection keeps personal data, and what would go tonight. */
export default function PrivacyPage() {
  const tools = useTools();
  const { t } = tools;
  const { message } = App.useApp();
  const shownBelow = { onError: () => undefined };
  const limits = useRequest(() => fetchLimits(tools), shownBelow);
  const retention = useRequest(() => fetchRetention(tools), shownBelow);
  const [problems, setProblems] = React.useState<RequestReason[]>([]);
  const [busy, setBusy] = React.useState(false);

  const act = async (work: () => Promise<string>): Promise<void> => {
    setBusy(true);
    try {
      const done = await work();
      setProblems([]);
      void message.success(done);
      retention.refresh();
    } catch (error) {
      setProblems(requestFailure(error).reasons);
    } finally {
      setBusy(false);
    }
  };
  const save = (values: PrivacyLimits) =>
    act(async () => {
      const months = Object.entries(values.retention.months ?? {}).filter(([, each]) => each !== null);
      await saveLimits(tools, { ...values, retention: { ...values.retention, months: Object.fromEntries(months) } });
      return t('已保存');
    });
  const anonymize = () =>
    act(async () => {
      const done = Object.values(await anonymizeNow(tools)).reduce((sum, each) => sum + each, 0);
      return t('已匿名化{{count}}条记录', { count: done });
    });

  if (!limits.data)
    return limits.loading ? (
      <Spin style={{ display: 'block', margin: 48 }} />
    ) : (
      <ReasonList title={t('没有完成')} reasons={reasonsOf(limits.error)} />
    );
  const due = (retention.data ?? []).reduce((sum, each) => sum + each.due, 0);
  return (
    <Card>
      <ReasonList title={t('没有保存')} reasons={[...problems, ...reasonsOf(retention.error)]} />
      <Form<PrivacyLimits> layout="vertical" initialValues={limits.data} onFinish={(values) => void save(values)}>
        <Typography.Title level={5}>{t('查看原文与登录锁定')}</Typography.Title>
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))', columnGap: 24 }}>
          {NUMBERS.map(({ path, label, min, max }) => (
            <Form.Item key={path.join('.')} name={[...path]} label={t(label)} rules={[{ required: true }]}>
              <InputNumber min={min} max={max} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          ))}
        </div>
        <Typography.Title level={5}>{t('保存期限与匿名化')}</Typography.Title>
        <Typography.Paragraph type="secondary">
          {t(
            '从最后一次修改起计算；有办理流程的记录办结后才开始。到期后每晚3:20清除个人信息，只保留统计所需内容，不能恢复。',
          )}
        </Typography.Paragraph>
        <Form.Item name={['retention', 'enabled']} label={t('每晚自动匿名化')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Table<RetentionFigure>
          rowKey="collection"
          size="small"
          loading={retention.loading}
          dataSource={retention.data}
          pagination={false}
          scroll={{ x: 520 }}
          style={{ marginBottom: 16 }}
          columns={[
            { title: t('数据表'), dataIndex: 'title' },
            {
              title: t('预置期限'),
              dataIndex: 'declaredMonths',
              render: (months: number | null) => (months === null ? t('长期保存') : t('{{months}}个月', { months })),
            },
            {
              title: t('本市期限（月）'),
              render: (_: unknown, { collection }) => (
                <Form.Item name={['retention', 'months', collection]} noStyle>
                  <InputNumber
                    min={1}
                    max={1200}
                    precision={0}
                    placeholder={t('同预置')}
                    aria-label={t('本市期限（月）')}
                  />
                </Form.Item>
              ),
            },
            { title: t('现已到期（条）'), dataIndex: 'due' },
          ]}
        />
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('保存')}
          </Button>
          <Popconfirm
            title={t('立即匿名化')}
            description={t('将清除{{count}}条到期记录中的个人信息，不能恢复。', { count: due })}
            okText={t('确定')}
            cancelText={t('取消')}
            onConfirm={() => void anonymize()}
          >
            <Button danger disabled={due === 0 || busy}>
              {t('立即匿名化')}
            </Button>
          </Popconfirm>
        </div>
      </Form>
    </Card>
  );
}
