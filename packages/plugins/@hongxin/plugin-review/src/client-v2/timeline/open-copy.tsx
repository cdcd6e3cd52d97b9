import { isPhone, openSheet, ToolsProvider, toolsOf } from '@hongxin/plugin-foundation/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import React from 'react';
import { type TaskRow } from '../../shared/contract';
import { announceReviewed } from '../decide/reviewed-events';
import { texts } from '../locale';
import { markRead } from '../requests/tasks';
import { RecordTimeline } from './RecordTimeline';

/** Opens what one was told of: how the record fares. It counts as read from then on. */
export async function openCopy(context: FlowContext, copy: TaskRow): Promise<void> {
  const tools = toolsOf(context, texts);
  const closed = openSheet(context, {
    title: copy.recordTitle || copy.title,
    width: isPhone(context) ? undefined : 720,
    content: () => (
      <ToolsProvider value={tools}>
        <RecordTimeline record={{ collection: copy.collectionName, key: copy.recordId }} />
      </ToolsProvider>
    ),
  });
  if (!copy.readAt) await markRead(tools, copy.id).then(announceReviewed);
  await closed;
}
