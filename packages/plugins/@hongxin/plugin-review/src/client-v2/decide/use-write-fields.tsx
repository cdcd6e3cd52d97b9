import {
  HxTransitionFormModel,
  initialValues,
  submittedValues,
  transitionFields,
  TransitionFields,
  type Values,
} from '@hongxin/plugin-foundation/client-v2';
import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import React from 'react';
import { type FieldView } from '../../shared/contract';

export interface WriteFields {
  /** Form items of the fields the reviewer fills, or null when there is none. */
  controls: React.ReactNode;
  initial: Values;
  toValues(values: Values): Values;
}

/** The host's own controls for the fields a reviewer may fill; the server takes no others. */
export function useWriteFields(
  context: FlowContext,
  collectionName: string,
  fields: readonly FieldView[],
  t: Translate,
): WriteFields {
  const collection = context.dataSourceManager.getCollection('main', collectionName);
  const [model] = React.useState(() => collection && HxTransitionFormModel.createFor(context, collection));
  React.useEffect(() => () => void model?.remove(), [model]);
  const writable = fields.filter(({ mode }) => mode !== 'read');
  if (!collection || !model || writable.length === 0) return { controls: null, initial: {}, toValues: () => ({}) };
  const names = writable.map(({ name }) => name);
  const found = transitionFields(collection, names);
  const record = Object.fromEntries(writable.map(({ name, value }) => [name, value]));
  return {
    controls: (
      <TransitionFields
        model={model}
        collection={collection}
        fields={found}
        requires={writable.filter(({ mode }) => mode === 'required').map(({ name }) => name)}
        t={t}
      />
    ),
    initial: initialValues(found, record),
    toValues: (values) =>
      submittedValues(
        found,
        Object.fromEntries(
          Object.entries(values).filter(([name, value]) => names.includes(name) && value !== undefined),
        ),
      ),
  };
}
