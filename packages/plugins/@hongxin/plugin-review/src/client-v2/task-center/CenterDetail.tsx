import { HostTools, isPhone, requestErrorMessages, requestsOf } from '@hongxin/plugin-foundation/client-v2';
import { useFlowEngine } from '@nocobase/flow-engine';
import { useWorkflowTaskRecord } from '@nocobase/plugin-workflow/client-v2';
import React from 'react';
import { type TaskRow } from '../../shared/contract';
import { DecideScreen } from '../decide/DecideScreen';
import { afterDecision } from '../decide/open-decide-screen';
import { texts, useT } from '../locale';
import { markRead } from '../requests/tasks';
import { RecordTimeline } from '../timeline/RecordTimeline';

/** The host's back arrow lies over the top of the detail on a phone. */
const BACK_ARROW_HEIGHT = 48;

/** How a record fares that one was told of; a copy is read once it is shown. */
export function CenterCopy() {
  const { record, refresh } = useWorkflowTaskRecord();
  const copy = record as unknown as TaskRow;
  const { context } = useFlowEngine();
  const latest = React.useRef(refresh);
  latest.current = refresh;
  const unread = copy.readAt ? undefined : copy.id;
  React.useEffect(() => {
    if (unread === undefined) return;
    markRead(requestsOf(context.api), unread).then(
      () => latest.current?.(),
      (failure: unknown) => context.message.error(requestErrorMessages(failure).join('；')),
    );
  }, [context, unread]);
  return (
    <div style={isPhone(context) ? { padding: 16, paddingTop: BACK_ARROW_HEIGHT } : undefined}>
      <HostTools texts={texts}>
        <RecordTimeline record={{ collection: copy.collectionName, key: copy.recordId }} />
      </HostTools>
    </div>
  );
}

/** The decide screen inside the task centre. */
export function CenterDetail() {
  const { record, refresh } = useWorkflowTaskRecord();
  const { id } = record as unknown as TaskRow;
  const { context } = useFlowEngine();
  const t = useT();
  const touch = isPhone(context);
  const [round, setRound] = React.useState(0);
  return (
    <div style={touch ? { padding: 16, paddingTop: BACK_ARROW_HEIGHT } : undefined}>
      <DecideScreen
        key={`${id}.${round}`}
        context={context}
        id={id}
        t={t}
        touch={touch}
        onDone={(order, open) => {
          afterDecision(context, order, open);
          setRound((before) => before + 1);
          void refresh?.();
        }}
      />
    </div>
  );
}
