import { type FlowContext, type ViewLike } from '@nocobase/flow-engine';
import React, { type ReactNode } from 'react';
import { isPhone } from './is-phone';

/** The host puts a sheet's title inside the body: that has no padding, so that the title reaches the edges. */
const INSIDE_SHEET = { padding: '12px 16px calc(16px + env(safe-area-inset-bottom))' };

/** A dialog on a desk, a sheet from the bottom edge on a phone. Resolves when it has closed. */
export async function openSheet(
  context: FlowContext,
  { title, content, width = 560 }: { title: ReactNode; content: (view: ViewLike) => ReactNode; width?: number },
): Promise<void> {
  if (!isPhone(context)) {
    await context.viewer.dialog({ title, content, width, closable: true, destroyOnClose: true });
    return;
  }
  const styles = { body: { padding: 0, overflowY: 'auto' } };
  const inside = (view: ViewLike) => <div style={INSIDE_SHEET}>{content(view)}</div>;
  const place = { placement: 'bottom' as const, height: 'min(86vh, 720px)', width: '100%' };
  await context.viewer.drawer({ title, content: inside, ...place, styles, closable: true });
}
