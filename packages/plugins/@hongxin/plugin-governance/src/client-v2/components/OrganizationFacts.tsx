import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Alert, Descriptions, List, Skeleton, Tag, Typography } from 'antd';
import { useRequest } from 'ahooks';
import React from 'react';
import { FORMATIONS, ORGANIZATION_LEVEL_LABELS } from '@hongxin/rules/governance';
import type { FactsAnswer } from '../../shared/answers';
import { useGovernance } from '../requests/governance';

type Term = FactsAnswer['current'][number];

/** What the drawer shows of one organisation: where it is, who heads it, terms, covered areas, households. */
export function OrganizationFacts({ organizationId }: { organizationId: string }): React.ReactElement {
  const requests = useGovernance();
  const { t, language } = useTools();
  const { data, error } = useRequest(() => requests.facts(organizationId), { refreshDeps: [organizationId] });
  if (error) return <Alert type="error" showIcon message={t('党组织信息读取失败')} />;
  if (!data) return <Skeleton active />;
  const head = data.current.find((term) => term.isHead);
  const formation = FORMATIONS.find((each) => each.code === data.formation);
  const items = [
    [t('层级'), ORGANIZATION_LEVEL_LABELS[data.level][language]],
    [t('所在区域'), data.path],
    [t('上级党组织'), data.parent],
    [t('负责人'), head ? head.person : <Tag color="red">{t('暂缺')}</Tag>],
    [t('组建方式'), formation?.[language]],
    [t('覆盖区域'), data.covered.length > 0 ? data.covered.join('；') : null],
    [t('成立日期'), data.establishedOn],
    [t('党员数'), data.memberCount],
    [t('善治品牌'), data.brand],
    [t('联系户'), data.level === 'memberHub' ? data.households : null],
  ] as const;
  return (
    <>
      {data.status !== 'active' && (
        <Alert type="warning" showIcon message={t('该党组织已撤销')} style={{ marginBottom: 12 }} />
      )}
      {data.householdsWarning && (
        <Alert
          type="warning"
          showIcon
          message={t('联系 {{count}} 户，应为 5—10 户', { count: data.households })}
          style={{ marginBottom: 12 }}
        />
      )}
      <Descriptions
        column={1}
        size="small"
        bordered
        items={items
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([label, children]) => ({ key: label, label, children }))}
      />
      <Terms title={t('现任')} terms={data.current} empty={t('无现任人员')} />
      {data.past.length > 0 && <Terms title={t('历任')} terms={data.past} empty="" />}
    </>
  );
}

function Terms({ title, terms, empty }: { title: string; terms: readonly Term[]; empty: string }): React.ReactElement {
  const { t } = useTools();
  return (
    <>
      <Typography.Title level={5} style={{ marginTop: 16 }}>
        {title}
      </Typography.Title>
      <List
        size="small"
        dataSource={[...terms]}
        locale={{ emptyText: empty }}
        renderItem={(term) => (
          <List.Item key={term.id}>
            <List.Item.Meta
              title={`${term.person} · ${term.title}`}
              description={`${term.startsOn} — ${term.endsOn ?? t('未定')}`}
            />
          </List.Item>
        )}
      />
    </>
  );
}
