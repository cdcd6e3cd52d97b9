import { useTools, type RecordKey } from '@hongxin/plugin-foundation/client-v2';
import { Button, Form, Input, Typography } from 'antd';
import React from 'react';
import { useJoin } from '../requests/join';
import { InvitationLink, issuedLink, type IssuedLink } from './InvitationLink';
import { Problems } from './Problems';
import { useAttempt } from './use-attempt';

interface Invitation {
  /** As the server knows it. */
  kind: string;
  /** What whoever accepts becomes. */
  explanation: string;
  /** The record does not name who is invited. */
  asksName: boolean;
}

/** Whose records somebody can be invited for. */
const INVITATIONS: Readonly<Record<string, Invitation>> = {
  hxPersons: {
    kind: 'person',
    explanation:
      '本人打开链接后开通账号（已有账号的用原账号接受），即可办理本人岗位上的事项，看到为本人登记的报到和服务。',
    asksName: false,
  },
  hxUnits: {
    kind: 'unitLiaison',
    explanation: '本人打开链接后成为该单位的联络员；原联络员不再看到单位的任何记录。',
    asksName: true,
  },
};

export interface InviteForRecordProps {
  collection: string;
  recordKey: RecordKey;
}

/** Makes a link for somebody who becomes a record's person or liaison by opening it. */
export function InviteForRecord({ collection, recordKey }: InviteForRecordProps) {
  const { t } = useTools();
  const requests = useJoin();
  const { kind, explanation, asksName } = INVITATIONS[collection];
  const [link, setLink] = React.useState<IssuedLink>();
  const { problems, busy, attempt } = useAttempt();
  const invite = ({ name }: { name?: string }) =>
    attempt(async () => setLink(issuedLink(await requests.inviteFor({ kind, subjectId: String(recordKey), name }))));
  return (
    <Form layout="vertical" onFinish={(values: { name?: string }) => void invite(values)}>
      <Typography.Paragraph>{t(explanation)}</Typography.Paragraph>
      <Problems problems={problems} />
      {asksName && (
        <Form.Item name="name" label={t('姓名')} rules={[{ required: true, message: t('请填写') }]}>
          <Input maxLength={50} />
        </Form.Item>
      )}
      {link ? (
        <InvitationLink link={link} />
      ) : (
        <Button type="primary" htmlType="submit" loading={busy} block>
          {t('生成邀请链接')}
        </Button>
      )}
    </Form>
  );
}
