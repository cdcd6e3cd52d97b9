import {
  idempotencyKeys,
  requestErrorMessages,
  type Translate,
  type Requests,
} from '@hongxin/plugin-foundation/client-v2';
import { Alert, App, Button, Flex, Input, Modal, Progress, Typography } from 'antd';
import React from 'react';
import { type DecideManyAnswer, type TaskRow } from '../../shared/contract';
import { decideMany } from '../requests/tasks';

interface BatchBarProps {
  requests: Requests;
  tasks: readonly TaskRow[];
  t: Translate;
  onDone(): void;
}
type Choice = 'approve' | 'return';

/** Several tasks at once, with one opinion; those that could not be done say why, one by one. */
export function BatchBar({ requests, tasks, t, onDone }: BatchBarProps) {
  const { message } = App.useApp();
  const [choice, setChoice] = React.useState<Choice>();
  const [opinion, setOpinion] = React.useState('');
  /** How many of those being decided are done; undefined while nothing is sent. */
  const [done, setDone] = React.useState<number>();
  const busy = done !== undefined;
  const [problems, setProblems] = React.useState<string[]>([]);
  const keyFor = React.useRef(idempotencyKeys());
  const close = (): void => {
    setChoice(undefined);
    setProblems([]);
  };
  const nameOf = (id: string): string => tasks.find((task) => task.id === id)?.recordTitle ?? id;
  const problemOf = ({ id, errors = [] }: DecideManyAnswer): string =>
    t('{{record}}：{{reasons}}', { record: nameOf(id), reasons: errors.map((error) => error.message).join('；') });

  const send = async (): Promise<void> => {
    if (choice === 'return' && opinion.trim() === '') {
      setProblems([t('请填写意见')]);
      return;
    }
    setDone(0);
    try {
      const order = {
        ids: tasks.map(({ id }) => id),
        decision: choice ?? 'approve',
        ...(opinion.trim() === '' ? {} : { opinion: opinion.trim() }),
      };
      const answers = await decideMany(requests, order, keyFor.current(order), setDone);
      const failed = answers.filter(({ ok }) => !ok);
      if (answers.length > failed.length)
        void message.success(t('已办理 {{count}} 项', { count: answers.length - failed.length }));
      setProblems(failed.map(problemOf));
      if (failed.length === 0) {
        setOpinion('');
        close();
      }
      onDone();
    } catch (error) {
      setProblems(requestErrorMessages(error));
    } finally {
      setDone(undefined);
    }
  };

  if (tasks.length === 0 && choice === undefined) return null;
  return (
    <Flex align="center" gap={8} wrap style={{ marginBottom: 12 }}>
      <Typography.Text>{t('已选 {{count}} 项', { count: tasks.length })}</Typography.Text>
      <Button type="primary" onClick={() => setChoice('approve')}>
        {t('批量同意')}
      </Button>
      <Button onClick={() => setChoice('return')}>{t('批量退回')}</Button>
      <Modal
        open={choice !== undefined}
        title={choice === 'return' ? t('批量退回') : t('批量同意')}
        okText={t('确认办理')}
        cancelText={t('取消')}
        confirmLoading={busy}
        okButtonProps={{ disabled: tasks.length === 0 }}
        onOk={() => void send()}
        cancelButtonProps={{ disabled: busy }}
        closable={!busy}
        maskClosable={!busy}
        keyboard={!busy}
        onCancel={close}
      >
        {problems.length > 0 && (
          <Alert
            type="error"
            showIcon
            role="alert"
            style={{ marginBottom: 12 }}
            message={t('有几项没有办理成功')}
            description={problems.map((problem) => (
              <div key={problem}>{problem}</div>
            ))}
          />
        )}
        <Typography.Paragraph type="secondary">
          {t('同一意见用于所选的 {{count}} 项。', { count: tasks.length })}
        </Typography.Paragraph>
        <Input.TextArea
          rows={3}
          value={opinion}
          aria-label={t('意见')}
          placeholder={choice === 'return' ? t('请填写意见') : t('选填')}
          disabled={busy}
          onChange={({ target }) => setOpinion(target.value)}
        />
        {busy && (
          <Progress
            percent={Math.round((done / tasks.length) * 100)}
            aria-label={t('已办理 {{count}} 项', { count: done })}
          />
        )}
      </Modal>
    </Flex>
  );
}
