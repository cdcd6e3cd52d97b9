import { FormActionModel } from '@nocobase/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import React, { type ReactNode } from 'react';
import { tExpr, translator } from '../locale';
import { labelText, languageOf } from '../tools/texts';
import { formItemOf, FormDraft, type FormBlock } from '../record/form-draft';
import { tellMoved } from '../record/refresh';
import { requestFailure, type RequestReason } from '../requests/errors';
import { idempotencyKeys } from '../requests/idempotency-key';
import { loadProcess, transitionNamed } from '../requests/processes';
import { requestsOf } from '../tools/tools-of';
import { performTransition, type RecordKey, type Values } from '../requests/transitions';

/** Settings, under `submitSettings.transition` of the step params. */
export interface SubmitFormSettings {
  /** Transition performed on the saved record. Default: submit. */
  name?: string;
}

interface SubmitContext extends FlowContext {
  blockModel: FormBlock;
}

/** Thrown through the form block's submit path, which then leaves the form as it is. */
class NotDone extends Error {
  constructor(
    readonly saved: boolean,
    readonly reasons: readonly RequestReason[],
  ) {
    super(reasons.map(({ message }) => message).join('; '));
  }
}

/** 提交报到 and the like: saves the form, then performs a transition on the record. Refused, it stays a draft. */
export class HxSubmitFormActionModel extends FormActionModel {
  defaultProps = { type: 'primary', title: tExpr('提交'), htmlType: 'submit' };

  private draft: FormDraft | undefined;
  private transitionTitle: string | undefined;
  private running = false;
  private readonly keyFor = idempotencyKeys();

  get transition(): string {
    const settings = this.getStepParams('submitSettings', 'transition') as SubmitFormSettings | undefined;
    return settings?.name ?? 'submit';
  }

  getTitle(): ReactNode {
    const given: unknown = this.getStepParams('buttonSettings', 'general')?.title;
    return given ? this.props.title : (this.transitionTitle ?? this.props.title);
  }

  protected onUnmount(): void {
    this.draft?.forget();
    this.draft = undefined;
    super.onUnmount();
  }

  async nameAfterTransition(context: FlowContext): Promise<void> {
    const { blockModel } = context as SubmitContext;
    const process = await loadProcess(requestsOf(context.api), blockModel.collection.name);
    const transition = process ? transitionNamed(process, this.transition) : undefined;
    this.transitionTitle = transition && labelText(transition.label, languageOf(context));
  }

  /** @returns the record, or undefined when the form is not valid, the server refused, or a first press is still running */
  async submit(context: SubmitContext): Promise<Values | undefined> {
    if (this.running) return undefined;
    this.running = true;
    this.setProps('loading', true);
    try {
      return await this.saveAndMove(context);
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      this.explain(context, error);
      return undefined;
    } finally {
      this.running = false;
      this.setProps('loading', false);
    }
  }

  private async saveAndMove(context: SubmitContext): Promise<Values | undefined> {
    const { blockModel } = context;
    const draft = (this.draft ??= new FormDraft(context.api, blockModel));
    let done: Values | undefined;
    try {
      await blockModel.submit({}, async (values: Values, key?: RecordKey) => {
        const saved = await draft.save(values, key).catch((error: unknown) => {
          throw new NotDone(false, requestFailure(error).reasons);
        });
        done = await this.move(context, saved);
        return { data: done };
      });
    } catch (error) {
      const invalid = (error as { errorFields?: { name: unknown }[] }).errorFields;
      if (!invalid) throw error;
      blockModel.form.scrollToField?.(invalid[0]?.name, { block: 'center' });
    }
    return done;
  }

  private async move(context: SubmitContext, saved: Values): Promise<Values> {
    const { collection } = context.blockModel;
    const key = collection.getFilterByTK(saved);
    if (key === undefined)
      throw new NotDone(true, [{ code: 'RECORD_UNKNOWN', message: translator(context)('保存后没有读到这条记录') }]);
    const moved = { collection: collection.name, key, dataSourceKey: collection.dataSourceKey };
    const order = { transition: this.transition };
    const requests = requestsOf(context.api);
    try {
      // Together with what was saved: the same press repeated is done once, a corrected form is a new attempt.
      return await performTransition(requests, collection.name, key, order, this.keyFor({ key, ...saved }));
    } catch (error) {
      throw new NotDone(true, requestFailure(error).reasons);
    } finally {
      tellMoved(context, moved);
    }
  }

  private explain(context: SubmitContext, { saved, reasons }: NotDone): void {
    const t = translator(context);
    const { collection, form } = context.blockModel;
    const byField = reasons.flatMap(({ field, message }) =>
      field ? [{ name: formItemOf(collection, field), errors: [message] }] : [],
    );
    form.setFields(byField);
    const content = (
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {reasons.map(({ code, field, message }) => (
          <li key={`${code}.${field ?? ''}.${message}`}>{message}</li>
        ))}
      </ul>
    );
    const title = saved ? t('内容已保存为草稿，但还不能提交') : t('没有保存');
    void context.modal.warning({ title, content, okText: t('返回修改') });
  }
}

HxSubmitFormActionModel.define({ label: tExpr('提交（流程）'), sort: 20 });

HxSubmitFormActionModel.registerFlow({
  key: 'transitionTitle',
  steps: {
    name: {
      async handler(ctx) {
        await ctx.model.nameAfterTransition(ctx);
      },
    },
  },
});

/** Step names are those of the host's own submit action: its after-success step looks for what `saveResource` returned. */
HxSubmitFormActionModel.registerFlow({
  key: 'submitSettings',
  on: 'click',
  title: tExpr('提交设置'),
  steps: {
    transition: {
      title: tExpr('提交后进行的流程操作'),
      async uiSchema(ctx) {
        const { blockModel } = ctx as unknown as SubmitContext;
        const process = await loadProcess(requestsOf(ctx.api), blockModel.collection.name);
        const language = languageOf(ctx);
        const choices = (process?.transitions ?? []).map(({ name, label }) => ({
          value: name,
          label: labelText(label, language),
        }));
        return {
          name: { title: tExpr('流程操作'), 'x-decorator': 'FormItem', 'x-component': 'Select', enum: choices },
        };
      },
      defaultParams: { name: 'submit' },
      handler() {},
    },
    saveResource: {
      async handler(ctx) {
        const record = await ctx.model.submit(ctx as unknown as SubmitContext);
        if (record === undefined) ctx.exit();
        return record;
      },
    },
    afterSuccess: {
      use: 'afterSuccess',
      defaultParams: { successMessage: tExpr('提交成功'), manualClose: false, actionAfterSuccess: 'previous' },
    },
  },
});
