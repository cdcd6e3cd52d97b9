import { Alert, Button, Empty, Spin, Typography } from 'antd';
import React, { type ReactNode } from 'react';
import { type Translate } from '../tools/texts';
import { useTools } from '../tools/tools';
import { requestFailure } from '../requests/errors';
import { type OpenTransition, type Values } from '../requests/transitions';
import { useTransitionDialog, type TransitionWork } from './use-transition-dialog';
import { ReasonList } from './ReasonList';
import { TransitionChoice } from './TransitionChoice';
import { TransitionForm } from './TransitionForm';

export interface TransitionDialogProps extends TransitionWork {
  /** What the block knows of the record, to fill the form with. */
  record: Values;
  /** What is worth knowing before one decides. */
  notes?: ReactNode;
  renderFields(transition: OpenTransition): ReactNode;
  onClose(): void;
}

/** 办理: choose one of the transitions open now, say why, fill what it asks for. */
export function TransitionDialog(props: TransitionDialogProps) {
  const { record, notes, renderFields, onClose } = props;
  const { t, language, isPhone: touch } = useTools();
  const dialog = useTransitionDialog(props);
  if (dialog.loadError !== undefined) {
    return <ReasonList title={t('暂时不能办理')} reasons={requestFailure(dialog.loadError).reasons} />;
  }
  if (!dialog.open) {
    return (
      <div style={{ textAlign: 'center', padding: 32 }} role="status" aria-label={t('正在读取')}>
        <Spin />
      </div>
    );
  }
  const { open, chosen, failure } = dialog;
  const general =
    failure?.reasons.filter(({ field }) => field !== 'opinion' && !chosen?.fields.includes(field ?? '')) ?? [];
  return (
    <div>
      <Typography.Paragraph type="secondary">
        {t('当前状态：{{state}}', { state: open.stateLabel })}
      </Typography.Paragraph>
      {failure?.status === 409 ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          style={{ marginBottom: 16 }}
          message={t('这条记录的状态已经变化')}
          description={failure.reasons.map(({ message }) => message).join('；')}
          action={<Button onClick={dialog.reload}>{t('重新读取')}</Button>}
        />
      ) : (
        <ReasonList title={t('没有办理成功')} reasons={general} />
      )}
      {dialog.offered.length > 0 && notes}
      {dialog.offered.length === 0 && <NothingToDo {...{ t, waitingFor: dialog.waitingFor }} />}
      {dialog.offered.length > (chosen ? 1 : 0) && (
        <TransitionChoice
          transitions={dialog.offered}
          chosen={chosen?.name}
          language={language}
          touch={touch}
          onChoose={dialog.choose}
        />
      )}
      {chosen && (
        <TransitionForm
          key={chosen.name}
          transition={chosen}
          language={language}
          t={t}
          touch={touch}
          busy={dialog.busy}
          initialValues={record}
          reasons={failure?.reasons ?? []}
          renderFields={renderFields}
          onSubmit={dialog.submit}
          onCancel={onClose}
        />
      )}
    </div>
  );
}

function NothingToDo({ t, waitingFor }: { t: Translate; waitingFor: readonly string[] }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('当前没有需要您办理的事项')}>
      {waitingFor.length > 0 && (
        <Typography.Text type="secondary">{t('下一步：{{steps}}', { steps: waitingFor.join('、') })}</Typography.Text>
      )}
    </Empty>
  );
}
