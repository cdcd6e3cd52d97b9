import { Button, Form, Typography } from 'antd';
import React from 'react';
import { type Translate } from '../locale';
import { type Credentials, type JoinRequests } from '../requests/join';
import { CredentialFields } from './CredentialFields';
import { Opened } from './OpenForm';
import { Problems } from './Problems';
import { useAttempt } from './use-attempt';

interface InvitationFormProps {
  t: Translate;
  token: string;
  requests: JoinRequests;
  signIn: string;
}

/** An invited member makes their account, once. */
export function InvitationForm({ t, token, requests, signIn }: InvitationFormProps) {
  const [isOpen, setOpen] = React.useState(false);
  const { problems, busy, attempt } = useAttempt();
  if (isOpen) return <Opened t={t} signIn={signIn} />;
  const accept = (values: Credentials) =>
    attempt(async () => {
      await requests.accept(token, values);
      setOpen(true);
    });
  return (
    <Form<Credentials> layout="vertical" size="large" onFinish={(values) => void accept(values)}>
      <Typography.Paragraph>
        {t('您受邀开通在职党员账号。邀请链接只能使用一次，请设置用户名和密码。')}
      </Typography.Paragraph>
      <Problems problems={problems} />
      <CredentialFields t={t} />
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('开通账号')}
      </Button>
    </Form>
  );
}
