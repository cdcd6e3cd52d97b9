import { Button, Form, Input, Typography } from 'antd';
import React from 'react';
import { type Translate } from '../locale';
import { type JoinRequests } from '../requests/join';
import { InvitationLink, issuedLink, type IssuedLink } from './InvitationLink';
import { Problems } from './Problems';
import { useAttempt } from './use-attempt';

export interface InviteForRecordProps {
  t: Translate;
  requests: Pick<JoinRequests, 'inviteFor'>;
  /** Address of the join page, without its query. */
  page: string;
  kind: string;
  recordId: string;
  /** What whoever accepts becomes. */
  explanation: string;
  /** The record does not name who is invited. */
  asksName: boolean;
}

/** Makes a link for somebody who becomes a record's person or liaison by opening it. */
export function InviteForRecord(props: InviteForRecordProps) {
  const { t, requests, page, kind, recordId, explanation, asksName } = props;
  const [link, setLink] = React.useState<IssuedLink>();
  const { problems, busy, attempt } = useAttempt();
  const invite = ({ name }: { name?: string }) =>
    attempt(async () => setLink(issuedLink(page, await requests.inviteFor({ kind, subjectId: recordId, name }))));
  return (
    <Form layout="vertical" onFinish={(values: { name?: string }) => void invite(values)}>
      <Typography.Paragraph>{explanation}</Typography.Paragraph>
      <Problems problems={problems} />
      {asksName && (
        <Form.Item name="name" label={t('姓名')} rules={[{ required: true, message: t('请填写') }]}>
          <Input maxLength={50} />
        </Form.Item>
      )}
      {link ? (
        <InvitationLink t={t} link={link} />
      ) : (
        <Button type="primary" htmlType="submit" loading={busy} block>
          {t('生成邀请链接')}
        </Button>
      )}
    </Form>
  );
}
