import { Alert, App, Button, Card, Form, Input } from 'antd';
import React, { useEffect, useState } from 'react';
import { useTools } from '../tools/tools';
import { requestErrorMessages } from '../requests/errors';
import { fetchSignInLook, saveSignInText, type SignInText } from '../requests/sign-in-text';
import { CAPTION, DESCRIPTION } from '../welcome/texts';

/** The two lines that tell a newcomer on the sign-in page what this system is. */
export default function SignInPage() {
  const tools = useTools();
  const { t } = tools;
  const { message } = App.useApp();
  const [form] = Form.useForm<SignInText>();
  const [problems, setProblems] = useState<string[]>([]);
  const [saving, setSaving] = useState(false);

  useEffect(() => {
    fetchSignInLook(tools)
      .then(({ text }) => form.setFieldsValue(text))
      .catch((error: unknown) => setProblems(requestErrorMessages(error)));
  }, [tools, form]);

  const save = async (text: SignInText) => {
    setSaving(true);
    try {
      await saveSignInText(tools, text);
      setProblems([]);
      void message.success(t('已保存'));
    } catch (error) {
      setProblems(requestErrorMessages(error));
    } finally {
      setSaving(false);
    }
  };

  return (
    <Card>
      {problems.map((problem) => (
        <Alert key={problem} type="error" showIcon message={problem} style={{ marginBottom: 16 }} />
      ))}
      <Form<SignInText> form={form} layout="vertical" style={{ maxWidth: 560 }} onFinish={(text) => void save(text)}>
        <Form.Item name="caption" label={t('标语')} extra={t('显示在系统名称上方；留空则用预置文字。')}>
          <Input maxLength={40} placeholder={t(CAPTION)} />
        </Form.Item>
        <Form.Item name="description" label={t('说明')} extra={t('显示在登录框下方；留空则用预置文字。')}>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} placeholder={t(DESCRIPTION)} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={saving}>
          {t('保存')}
        </Button>
      </Form>
    </Card>
  );
}
