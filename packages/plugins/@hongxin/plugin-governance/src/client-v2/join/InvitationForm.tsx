import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Button, Form, Input, Segmented, Typography } from 'antd';
import React from 'react';
import { useJoin, type Credentials } from '../requests/join';
import { CredentialFields } from './CredentialFields';
import { Opened } from './OpenForm';
import { Problems } from './Problems';
import { useAttempt } from './use-attempt';

interface InvitationFormProps {
  token: string;
  signIn: string;
  signInAs(account: Credentials): Promise<unknown>;
}

/** Who is invited opens an account, or takes the invitation with one they have; once. */
export function InvitationForm({ token, signIn, signInAs }: InvitationFormProps) {
  const { t } = useTools();
  const requests = useJoin();
  const [isOpen, setOpen] = React.useState(false);
  const [isNew, setNew] = React.useState(true);
  const { problems, busy, attempt } = useAttempt();
  if (isOpen) return <Opened signIn={signIn} />;
  const accept = (values: Credentials) =>
    attempt(async () => {
      if (isNew) await requests.accept(token, values);
      else {
        await signInAs(values);
        await requests.take(token);
      }
      setOpen(true);
    });
  return (
    <Form<Credentials> layout="vertical" size="large" onFinish={(values) => void accept(values)}>
      <Typography.Paragraph>
        {t('您受邀使用红心善治。邀请链接只能使用一次：请新开通一个账号，已有账号的请用原账号接受邀请。')}
      </Typography.Paragraph>
      <Segmented
        block
        style={{ marginBottom: 16 }}
        value={isNew ? 'new' : 'own'}
        options={[
          { value: 'new', label: t('新开通账号') },
          { value: 'own', label: t('我已有账号') },
        ]}
        onChange={(chosen) => setNew(chosen === 'new')}
      />
      <Problems problems={problems} />
      {isNew ? <CredentialFields /> : <OwnAccountFields />}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {isNew ? t('开通账号') : t('登录并接受邀请')}
      </Button>
    </Form>
  );
}

/** The user name and password of an account one has. */
function OwnAccountFields() {
  const { t } = useTools();
  const required = [{ required: true, message: t('请填写') }];
  return (
    <>
      <Form.Item name="username" label={t('用户名')} rules={required}>
        <Input autoComplete="username" />
      </Form.Item>
      <Form.Item name="password" label={t('密码')} rules={required}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
    </>
  );
}
