import { isPhone, tellMoved } from '@hongxin/plugin-foundation/client-v2';
import { type FlowContext, type ViewLike } from '@nocobase/flow-engine';
import React from 'react';
import { type DecideRequest, type OpenTask } from '../../shared/contract';
import { translator } from '../locale';
import { DecideScreen } from './DecideScreen';
import { announceReviewed } from './reviewed-events';

const DONE: Readonly<Record<DecideRequest['decision'], string>> = {
  approve: '已同意',
  return: '已退回',
  reject: '已驳回',
  transfer: '已转办',
  addSigner: '已加签',
};

/** After a decision: the user is told, and lists, badges and pages read again. */
export function afterDecision(context: FlowContext, { decision }: DecideRequest, { task }: OpenTask): void {
  context.message.success(translator(context)(DONE[decision]));
  tellMoved(context, { collection: task.collectionName, key: task.recordId });
  announceReviewed();
}

/** The host puts a sheet's title inside the body: that has no padding, so that the title reaches the edges. */
const INSIDE_SHEET = { padding: '12px 16px calc(16px + env(safe-area-inset-bottom))' };

export interface OpenDecideOptions {
  id: string;
  title: string;
  /** Opens what else the user may do with the record, after this screen has closed. */
  others?(): Promise<void>;
}

/** Opens a review: a wide dialog on a desk, a sheet over the whole screen on a phone. Resolves when it has closed. */
export async function openDecideScreen(context: FlowContext, { id, title, others }: OpenDecideOptions): Promise<void> {
  const touch = isPhone(context);
  let wantsOthers = false;
  const screen = (view: ViewLike) => (
    <DecideScreen
      context={context}
      id={id}
      t={translator(context)}
      touch={touch}
      onDone={(order, open) => {
        afterDecision(context, order, open);
        view.close();
      }}
      openOthers={
        others &&
        (() => {
          wantsOthers = true;
          view.close();
        })
      }
    />
  );
  if (touch) {
    const styles = { body: { padding: 0, overflowY: 'auto' } };
    const place = { placement: 'bottom' as const, height: '100%', width: '100%' };
    const content = (view: ViewLike) => <div style={INSIDE_SHEET}>{screen(view)}</div>;
    await context.viewer.drawer({ title, content, ...place, styles, closable: true });
  } else {
    const width = 'min(1120px, 94vw)';
    await context.viewer.dialog({ title, content: screen, width, closable: true, destroyOnClose: true });
  }
  if (wantsOthers) await others?.();
}
