import {
  momentText,
  ReasonList,
  RecordNotes,
  type Translate,
  ToolsProvider,
  toolsOf,
  requestsOf,
} from '@hongxin/plugin-foundation/client-v2';
import { texts } from '../locale';
import { type FlowContext } from '@nocobase/flow-engine';
import { Alert, Button, Skeleton, Typography } from 'antd';
import React from 'react';
import { type Already, type DecideRequest, type OpenTask } from '../../shared/contract';
import { decide, fetchCandidates, fetchOpenTask } from '../requests/tasks';
import { Changes } from '../timeline/Changes';
import { TimelineEntries } from '../timeline/TimelineEntries';
import { stateText } from '../view/task-state';
import { DecisionForm } from './DecisionForm';
import { opinionDraft } from './opinion-draft';
import { RecordFields } from './RecordFields';
import { TaskHead } from './TaskHead';
import { useDecision } from './use-decision';

export interface DecideScreenProps {
  context: FlowContext;
  id: string;
  t: Translate;
  /** Stacked, with large targets. */
  touch: boolean;
  onDone(order: DecideRequest, open: OpenTask): void;
  /** Opens what else the user may do with the record. */
  openOthers?(): void;
}

/** One review on one screen: the record beside the opinion, what happened so far and what comes next. */
export function DecideScreen({ context, id, t, touch, onDone, openOthers }: DecideScreenProps) {
  const requests = React.useMemo(() => requestsOf(context.api), [context.api]);
  const [tools] = React.useState(() => toolsOf(context, texts));
  const draft = opinionDraft(context.user?.id as number | undefined, id);
  const state = useDecision({
    load: () => fetchOpenTask(requests, id),
    perform: (order, key) => decide(requests, id, order, key),
    onDone: (order, of) => {
      draft.forget();
      onDone(order, of);
    },
  });
  const { open, failure, loadFailure } = state;
  if (loadFailure) return <ReasonList title={t('没有读到这项待办')} reasons={loadFailure.reasons} />;
  if (!open) return <Skeleton active paragraph={{ rows: 8 }} aria-label={t('正在读取')} />;

  const canDecide = Object.values(open.allowed).some(Boolean);
  const record = (
    <>
      <Changes changes={open.changes} t={t} />
      <RecordFields fields={open.record.filter(({ mode }) => mode === 'read')} columns={1} t={t} />
    </>
  );
  // what is waiting stands above, with what was changed for it
  const past = open.history.filter(({ kind }) => kind !== 'waiting');
  const history = (
    <Section title={t('办理过程')}>
      <TimelineEntries entries={past} current={open.current} next={open.next} t={t} />
    </Section>
  );
  const decision = (
    <Section title={canDecide ? t('我的意见') : undefined}>
      {failure?.status === 409 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          style={{ marginBottom: 16 }}
          message={t('这项待办已经有了结果')}
          description={failure.reasons.map(({ message }) => message).join('；')}
          action={<Button onClick={state.reload}>{t('重新读取')}</Button>}
        />
      )}
      {open.already && <AlreadyDone already={open.already} t={t} />}
      {canDecide && (
        <ToolsProvider value={tools}>
          <RecordNotes record={{ collection: open.collection.name, key: open.task.recordId }} />
        </ToolsProvider>
      )}
      {canDecide && (
        <DecisionForm
          key={open.task.state}
          context={context}
          open={open}
          t={t}
          touch={touch}
          busy={state.busy}
          reasons={failure && failure.status !== 409 ? failure.reasons : []}
          draft={draft}
          search={(keyword) => fetchCandidates(requests, id, keyword)}
          onSend={state.send}
        />
      )}
      {openOthers && (
        <Button type="link" style={{ paddingInline: 0, marginTop: 8 }} onClick={openOthers}>
          {t('这条记录的其他操作')}
        </Button>
      )}
    </Section>
  );
  if (touch) {
    return (
      <div>
        <TaskHead open={open} t={t} />
        <div style={{ marginBottom: 16 }}>{record}</div>
        {decision}
        {history}
      </div>
    );
  }
  return (
    <div>
      <TaskHead open={open} t={t} />
      <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(360px, 420px)', gap: 24 }}>
        <div style={{ maxHeight: 'min(64vh, 640px)', overflowY: 'auto' }} tabIndex={0} aria-label={t('记录内容')}>
          {record}
        </div>
        <div style={{ maxHeight: 'min(64vh, 640px)', overflowY: 'auto', paddingInlineEnd: 4 }}>
          {decision}
          {history}
        </div>
      </div>
    </div>
  );
}

function Section({ title, children }: { title?: string; children: React.ReactNode }) {
  return (
    <section style={{ marginBottom: 16 }} aria-label={title}>
      {title && (
        <Typography.Title level={5} style={{ marginTop: 0 }}>
          {title}
        </Typography.Title>
      )}
      {children}
    </section>
  );
}

function AlreadyDone({ already: { who, what, when }, t }: { already: Already; t: Translate }) {
  const result = stateText(what, t);
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      message={t('办理结果：{{result}}', { result })}
      description={
        when === null ? (who ?? undefined) : t('{{who}}，{{when}}', { who: who ?? t('系统'), when: momentText(when) })
      }
    />
  );
}
