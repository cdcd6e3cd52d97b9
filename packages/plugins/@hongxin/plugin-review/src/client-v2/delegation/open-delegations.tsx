import { isPhone, openSheet } from '@hongxin/plugin-foundation/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import React from 'react';
import { translator } from '../locale';
import { Delegations } from './Delegations';

/** Opens 委托办理: one's own deputies. Resolves when it has closed. */
export function openDelegations(context: FlowContext): Promise<void> {
  const t = translator(context);
  return openSheet(context, {
    title: t('委托办理'),
    width: 640,
    content: () => <Delegations context={context} t={t} touch={isPhone(context)} />,
  });
}
