import { type FlowContext, type ViewLike } from '@nocobase/flow-engine';
import { type ReactNode } from 'react';
import { isPhone } from './is-phone';

/** A dialog on a desk, a sheet from the bottom edge on a phone. Resolves when it has closed. */
export async function openSheet(
  context: FlowContext,
  { title, content, width = 560 }: { title: ReactNode; content: (view: ViewLike) => ReactNode; width?: number },
): Promise<void> {
  if (!isPhone(context)) {
    await context.viewer.dialog({ title, content, width, closable: true, destroyOnClose: true });
    return;
  }
  const styles = {
    body: { padding: 16, paddingBottom: 'calc(16px + env(safe-area-inset-bottom))', overflowY: 'auto' },
  };
  const height = 'min(86vh, 720px)';
  await context.viewer.drawer({ title, content, placement: 'bottom', height, width: '100%', styles, closable: true });
}
