import { Alert, Skeleton, Steps } from 'antd';
import React from 'react';
import { labelText, type Language, type Translate } from '../tools/texts';
import { useTools } from '../tools/tools';
import { useRecordData } from '../record/use-record-data';
import { type ViewRecord } from '../record/view-record';
import { requestFailure } from '../requests/errors';
import { type HistoryEntry } from '../requests/history';
import { fetchProgress, type RecordProgress } from '../requests/record-progress';
import { momentText } from '../view/moment-text';
import { ReasonList } from './ReasonList';

/** The steps of a record's process; off the main path a notice says where it is and why. */
export function ProcessSteps({ record }: { record: ViewRecord }) {
  const tools = useTools();
  const { t, language, isPhone } = tools;
  const read = () => fetchProgress(tools, record.collection, record.key);
  const { data: progress, error, loading } = useRecordData(record, read);
  if (error !== undefined) return <ReasonList title={t('没有读到办理进度')} reasons={requestFailure(error).reasons} />;
  if (!progress) return loading ? <Skeleton active title={false} paragraph={{ rows: 1 }} /> : null;
  const { process, state, onPath, cause } = progress;
  const current = process.mainPath.indexOf(onPath);
  const isAside = state.name !== onPath;
  const items = process.mainPath.map((name, index) => {
    const label = process.states.find((each) => each.name === name)?.label ?? name;
    return { title: labelText(label, language), 'aria-current': index === current ? ('step' as const) : undefined };
  });
  return (
    <div>
      {isAside && <SideState {...{ progress, cause, language, t }} />}
      <Steps
        items={items}
        current={current}
        status={statusOf(progress, isAside)}
        size="small"
        responsive={false}
        direction={isPhone ? 'vertical' : 'horizontal'}
        labelPlacement={isPhone ? 'horizontal' : 'vertical'}
      />
    </div>
  );
}

function statusOf({ process, state, onPath }: RecordProgress, isAside: boolean): 'process' | 'finish' | 'error' {
  if (isAside) return 'error';
  return state.final || onPath === process.mainPath.at(-1) ? 'finish' : 'process';
}

interface SideStateProps {
  progress: RecordProgress;
  cause: HistoryEntry | undefined;
  language: Language;
  t: Translate;
}

function SideState({ progress: { state }, cause, language, t }: SideStateProps) {
  const who = cause && t('{{who}}于{{when}}', { who: cause.actorName ?? t('系统'), when: momentText(cause.at) });
  const why = cause?.opinion && t('原因：{{reason}}', { reason: cause.opinion });
  const description = [who, why].filter(Boolean);
  return (
    <Alert
      type={state.final ? 'info' : 'warning'}
      showIcon
      style={{ marginBottom: 16 }}
      message={labelText(state.label, language)}
      description={
        description.length > 0 ? description.map((line) => <div key={line as string}>{line}</div>) : undefined
      }
    />
  );
}
