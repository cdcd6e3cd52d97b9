import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Form, Input } from 'antd';
import React from 'react';

/** The user name and password of a new account. */
export function CredentialFields() {
  const { t } = useTools();
  const required = [{ required: true, message: t('请填写') }];
  return (
    <>
      <Form.Item name="username" label={t('用户名')} extra={t('4—32个字母、数字、点、下划线或短横线')} rules={required}>
        <Input autoComplete="username" maxLength={32} />
      </Form.Item>
      <Form.Item name="password" label={t('密码')} extra={t('至少10个字符，包含字母和数字')} rules={required}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
