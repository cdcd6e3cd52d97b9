import { type FlowContext } from '@nocobase/flow-engine';
import React from 'react';
import { TransitionDialog } from '../components/TransitionDialog';
import { texts } from '../locale';
import { labelText } from '../tools/texts';
import { nextSteps } from '../record/next-step';
import { RecordNotes } from '../record/record-notes';
import { type CurrentRecord } from '../record/record-of';
import { refreshAfterMove } from '../record/refresh';
import { initialValues, submittedValues, transitionFields } from '../record/transition-fields';
import { idempotencyKeys } from '../requests/idempotency-key';
import { loadProcess } from '../requests/processes';
import {
  fetchOpenTransitions,
  performTransition,
  type OpenTransition,
  type TransitionOrder,
} from '../requests/transitions';
import { ToolsProvider } from '../tools/tools';
import { toolsOf } from '../tools/tools-of';
import { openSheet } from '../view/open-sheet';
import { HxTransitionFormModel, TransitionFields } from './HxTransitionFormModel';

export interface TransitionDialogOptions {
  title: string;
  only: readonly string[];
}

/** Opens 办理 for a record; resolves when it has closed. */
export async function openTransitionDialog(
  context: FlowContext,
  { collection, key, values: record }: CurrentRecord,
  { title, only }: TransitionDialogOptions,
): Promise<void> {
  const tools = toolsOf(context, texts);
  const { t, language } = tools;
  const process = await loadProcess(tools, collection.name);
  const all = transitionFields(collection, process?.transitions.flatMap(({ fields = [] }) => fields) ?? []);
  const keyFor = idempotencyKeys();
  const fieldsModel = HxTransitionFormModel.createFor(context, collection);
  const perform = (order: TransitionOrder) => performTransition(tools, collection.name, key, order, keyFor(order));
  const afterwards = async (transition: OpenTransition): Promise<void> => {
    const done = t('{{action}}：已完成', { action: labelText(transition.label, language) });
    const state = labelText(transition.toLabel, language);
    tools.done(t('{{done}}，当前状态：{{state}}', { done, state }));
    await refreshAfterMove(context, { collection: collection.name, key, dataSourceKey: collection.dataSourceKey });
  };
  try {
    await openSheet(context, {
      title,
      content: (view) => (
        <ToolsProvider value={tools}>
          <TransitionDialog
            only={only}
            record={initialValues(all, record)}
            notes={<RecordNotes record={{ collection: collection.name, key }} />}
            load={() => fetchOpenTransitions(tools, collection.name, key)}
            perform={perform}
            nextSteps={async (state) => (process ? nextSteps(process, state, language, t) : [])}
            renderFields={({ fields, requires }) => (
              <TransitionFields
                model={fieldsModel}
                collection={collection}
                fields={transitionFields(collection, fields)}
                requires={requires}
                t={t}
              />
            )}
            toValues={(values) => submittedValues(all, values)}
            onDone={(transition) => {
              void afterwards(transition);
              view.close();
            }}
            onClose={() => view.close()}
          />
        </ToolsProvider>
      ),
    });
  } finally {
    fieldsModel.remove();
  }
}
