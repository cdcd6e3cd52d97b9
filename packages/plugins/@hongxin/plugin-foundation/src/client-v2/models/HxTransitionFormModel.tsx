import {
  EditableItemModel,
  FieldModelRenderer,
  FlowModel,
  FormItem,
  type Collection,
  type FlowContext,
} from '@nocobase/flow-engine';
import { Input, Skeleton } from 'antd';
import React from 'react';
import { type Translate } from '../tools/texts';
import { offerSettings } from '../record/offers';
import { type TransitionField } from '../record/transition-fields';

/**
 * Holds the host's own field controls outside of a form block, for the fields a transition asks for. It stands in for
 * the block those controls expect around them, and asks for no rights of its own: the server decides.
 */
export class HxTransitionFormModel extends FlowModel {
  private readonly controls = new Map<string, FlowModel>();

  static createFor(context: FlowContext, collection: Collection): HxTransitionFormModel {
    const model = context.engine.createModel<HxTransitionFormModel>(
      { use: 'HxTransitionFormModel' },
      { delegate: context },
    );
    model.context.defineProperty('collection', { value: collection });
    return model;
  }

  onInit(options: unknown): void {
    super.onInit(options);
    this.context.defineProperty('blockModel', { value: this });
  }

  /** Called by field controls when they want relations read along; there is nothing to read here. */
  addAppends(): void {}

  /** The control for a field, made once; undefined where the host has none for the field's interface. */
  controlOf(collection: Collection, { name, field }: TransitionField): FlowModel | undefined {
    const known = this.controls.get(name);
    const binding = known ? undefined : EditableItemModel.getDefaultBindingByField(this.context, field);
    if (known || !binding) return known;
    const { modelName, defaultProps } = binding;
    const init = { dataSourceKey: collection.dataSourceKey, collectionName: collection.name, fieldPath: field.name };
    const control = this.addSubModel('fields', {
      use: modelName,
      props: { ...(typeof defaultProps === 'function' ? defaultProps(this.context, field) : defaultProps) },
      stepParams: { fieldSettings: { init }, ...offerSettings(collection.name, field.name) },
      subType: 'array',
    });
    control.context.defineProperty('collectionField', { value: field });
    control.setProps({ ...field.getComponentProps?.(), disabled: false, readOnly: false });
    this.controls.set(name, control);
    return control;
  }
}

HxTransitionFormModel.define({ hide: true });

export interface TransitionFieldsProps {
  model: HxTransitionFormModel;
  collection: Collection;
  fields: readonly TransitionField[];
  requires: readonly string[];
  t: Translate;
}

/** The form items of a transition's fields. */
export function TransitionFields({ model, collection, fields, requires, t }: TransitionFieldsProps) {
  return (
    <>
      {fields.map((each) => {
        const control = model.controlOf(collection, each);
        const label = each.field.title;
        const rules = requires.includes(each.name)
          ? [{ required: true, message: t('请填写{{field}}', { field: label }) }]
          : [];
        return (
          <FormItem key={each.name} name={each.name} label={label} layout="vertical" colon={false} rules={rules}>
            {control ? <FieldModelRenderer model={control} fallback={<Skeleton.Input size="small" />} /> : <Input />}
          </FormItem>
        );
      })}
    </>
  );
}
