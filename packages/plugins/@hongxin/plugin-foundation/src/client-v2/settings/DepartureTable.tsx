import { Alert, Empty, Table, Tag, Typography } from 'antd';
import React from 'react';
import { useTools } from '../tools/tools';
import { type Departure, type DifferenceKind, type Titled } from '../requests/departures';

const KINDS: Readonly<Record<DifferenceKind, string>> = {
  actionAdded: '增加“{{action}}”',
  actionRemoved: '去掉“{{action}}”',
  fieldsAdded: '“{{action}}”增加字段',
  fieldsRemoved: '“{{action}}”去掉字段',
  scopeChanged: '“{{action}}”的数据范围改变',
};
const PERSONAL = {
  none: { text: '不涉及个人信息', color: 'default' },
  masked: { text: '可见隐去后的个人信息', color: 'orange' },
  clear: { text: '可查看个人信息原文', color: 'red' },
} as const;

/** Where roles depart from the shipped table of rights, and whether that opens personal data. */
export function DepartureTable({ departures }: { departures: readonly Departure[] }) {
  const { t } = useTools();
  if (departures.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('各角色的权限与预置一致')} />;
  const isOpen = departures.some(({ personal }) => personal === 'clear');
  return (
    <>
      {isOpen && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          message={t('有角色可以查看预置权限之外的个人信息原文，请核对是否必要。')}
        />
      )}
      <Table<Departure>
        rowKey={({ role, collection }) => `${role}/${collection}`}
        size="middle"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={[...departures]}
        columns={[
          {
            title: t('角色'),
            render: (_: unknown, { roleTitle, isShipped }) => (
              <>
                <Named thing={roleTitle} /> {!isShipped && <Tag>{t('自行设置')}</Tag>}
              </>
            ),
          },
          { title: t('数据表'), render: (_: unknown, { collectionTitle }) => <Named thing={collectionTitle} /> },
          {
            title: t('与预置的不同'),
            render: (_: unknown, { differences }) => (
              <ul style={{ margin: 0, paddingInlineStart: 16 }}>
                {differences.map(({ action, actionTitle, kind, fields }) => (
                  <li key={`${action}/${kind}`}>
                    {t(KINDS[kind], { action: actionTitle })}
                    {fields.length > 0 && t('：')}
                    <NamedList things={fields} />
                  </li>
                ))}
              </ul>
            ),
          },
          {
            title: t('个人信息'),
            render: (_: unknown, { personal, personalFields }) => (
              <>
                <Tag color={PERSONAL[personal].color}>{t(PERSONAL[personal].text)}</Tag>
                <NamedList things={personalFields} />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

/** The title; the name beside it only where the title alone would not tell. */
function Named({ thing: { name, title, isAmbiguous } }: { thing: Titled }) {
  return (
    <>
      {title}
      {isAmbiguous && <Typography.Text type="secondary"> ({name})</Typography.Text>}
    </>
  );
}

function NamedList({ things }: { things: readonly Titled[] }) {
  const { t } = useTools();
  return (
    <>
      {things.map((thing, index) => (
        <React.Fragment key={thing.name}>
          {index > 0 && t('、')}
          <Named thing={thing} />
        </React.Fragment>
      ))}
    </>
  );
}
