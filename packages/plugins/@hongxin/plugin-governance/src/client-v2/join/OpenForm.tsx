import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Alert, Button, Form, Input, Result } from 'antd';
import React from 'react';
import { useJoin, type AccountStatus, type Credentials } from '../requests/join';
import { CredentialFields } from './CredentialFields';
import { Problems } from './Problems';
import { useAttempt } from './use-attempt';

const TONES: Readonly<Record<AccountStatus['state'], 'info' | 'success' | 'warning'>> = {
  submitted: 'info',
  approved: 'success',
  activated: 'success',
  rejected: 'warning',
};

/** With the code of an application: how it stands, and once approved, the account itself. */
export function OpenForm({ signIn }: { signIn: string }) {
  const { t, language } = useTools();
  const requests = useJoin();
  const [code, setCode] = React.useState('');
  const [status, setStatus] = React.useState<AccountStatus>();
  const [isOpen, setOpen] = React.useState(false);
  const { problems, busy, attempt } = useAttempt();
  if (isOpen) return <Opened signIn={signIn} />;
  const look = () => attempt(async () => setStatus(await requests.status(code)));
  return (
    <>
      <Problems problems={problems} />
      <Form layout="vertical" size="large" onFinish={() => void look()}>
        <Form.Item label={t('查询码')} htmlFor="join-code">
          <Input
            id="join-code"
            value={code}
            maxLength={40}
            placeholder="XXXX-XXXX-XXXX"
            onChange={(event) => setCode(event.target.value)}
          />
        </Form.Item>
        <Button htmlType="submit" block loading={busy} disabled={code.trim() === ''}>
          {t('查询进度')}
        </Button>
      </Form>
      {status && (
        <Alert
          type={TONES[status.state]}
          showIcon
          style={{ margin: '16px 0' }}
          message={`${status.organizationName}：${status.label[language]}`}
          description={status.answer}
        />
      )}
      {status?.state === 'approved' && (
        <Form<Credentials>
          layout="vertical"
          size="large"
          onFinish={(values) =>
            void attempt(async () => {
              await requests.activate(code, values);
              setOpen(true);
            })
          }
        >
          <CredentialFields />
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('开通账号')}
          </Button>
        </Form>
      )}
    </>
  );
}

/** The account is there; the way to the sign-in page. */
export function Opened({ signIn }: { signIn: string }) {
  const { t } = useTools();
  return (
    <Result
      status="success"
      title={t('账号已开通')}
      extra={
        <Button type="primary" size="large" href={signIn}>
          {t('去登录')}
        </Button>
      }
    />
  );
}
