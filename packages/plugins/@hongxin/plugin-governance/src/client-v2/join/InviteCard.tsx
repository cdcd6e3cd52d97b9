import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Button, Card, Form, Input, Select } from 'antd';
import React from 'react';
import { useJoin, type JoinArea } from '../requests/join';
import { InvitationLink, issuedLink, type IssuedLink } from './InvitationLink';
import { Problems } from './Problems';
import { useAttempt } from './use-attempt';

/** Those in charge of a place give a member a link of their own. */
export function InviteCard() {
  const { t } = useTools();
  const requests = useJoin();
  const [areas, setAreas] = React.useState<JoinArea[]>([]);
  const [link, setLink] = React.useState<IssuedLink>();
  const { problems, busy, attempt } = useAttempt();
  React.useEffect(() => {
    void attempt(async () => setAreas(await requests.areas()));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the areas are read once
  }, []);
  const invite = ({ name, areaId }: { name: string; areaId: string }) =>
    attempt(async () => {
      setLink(issuedLink(await requests.invite(name, areaId)));
    });
  return (
    <Card size="small" title={t('邀请党员注册')} style={{ marginBottom: 16 }}>
      <Problems problems={problems} />
      <Form
        layout="inline"
        style={{ rowGap: 12 }}
        onFinish={(values: { name: string; areaId: string }) => void invite(values)}
      >
        <Form.Item name="name" rules={[{ required: true, message: t('请填写') }]}>
          <Input placeholder={t('姓名')} aria-label={t('姓名')} maxLength={50} />
        </Form.Item>
        <Form.Item name="areaId" rules={[{ required: true, message: t('请选择') }]}>
          <Select
            style={{ minWidth: 220 }}
            showSearch
            optionFilterProp="label"
            placeholder={t('所在街道或社区')}
            aria-label={t('所在街道或社区')}
            options={areas.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('生成邀请链接')}
        </Button>
      </Form>
      {link && <InvitationLink link={link} />}
    </Card>
  );
}
