import { ActionModel, ActionSceneEnum } from '@nocobase/client-v2';
import { type FlowContext, type FlowRuntimeContext } from '@nocobase/flow-engine';
import { type ReactNode } from 'react';
import { tExpr, translator } from '../locale';
import { labelText, languageOf } from '../tools/texts';
import { handleRecord } from '../record/record-handlers';
import { isActionable } from '../record/visibility';
import { recordOf } from '../record/record-of';
import { requestErrorMessages } from '../requests/errors';
import { loadProcess, transitionNamed } from '../requests/processes';
import { requestsOf } from '../tools/tools-of';

/** Settings, under `transitionSettings.offer` of the step params. */
export interface TransitionActionSettings {
  /** Offer only these; empty: whatever is open. */
  only?: string[];
  /** One transition as its own button, e.g. 提交. */
  direct?: string;
}

/** Record action 办理: performs the transitions open to the user on the record it stands on. */
export class HxTransitionActionModel extends ActionModel {
  static scene = ActionSceneEnum.record;

  defaultProps = { type: 'link', title: tExpr('办理') };

  private directTitle: string | undefined;
  private hiddenByProcess = false;

  settings(): TransitionActionSettings {
    return (this.getStepParams('transitionSettings', 'offer') as TransitionActionSettings | undefined) ?? {};
  }

  /** A button of one transition bears its name, unless the administrator gave it another. */
  getTitle(): ReactNode {
    const given: unknown = this.getStepParams('buttonSettings', 'general')?.title;
    return given ? this.props.title : (this.directTitle ?? this.props.title);
  }

  /** Hides the button where it can do nothing; shows it again only if it was hidden for that. */
  async followProcess(context: FlowContext): Promise<void> {
    const { direct } = this.settings();
    await this.nameAfter(direct, context);
    const actionable = await isActionable(context, { direct, among: this.isFork ? 'many' : 'one' });
    if (actionable && !this.hiddenByProcess) return;
    this.hiddenByProcess = !actionable;
    this.setHidden(!actionable);
  }

  private async nameAfter(direct: string | undefined, context: FlowContext): Promise<void> {
    const collection = recordOf(context)?.collection.name;
    const process = direct && collection ? await loadProcess(requestsOf(context.api), collection) : null;
    const transition = direct && process ? transitionNamed(process, direct) : undefined;
    this.directTitle = transition && labelText(transition.label, languageOf(context));
  }
}

HxTransitionActionModel.define({ label: tExpr('办理（流程）'), sort: 10 });

interface ActionContext extends FlowContext {
  model: HxTransitionActionModel;
}

async function transitionChoices(context: FlowContext): Promise<{ value: string; label: string }[]> {
  const { blockModel } = context as FlowContext & { blockModel?: { collection?: { name: string } } };
  const process = blockModel?.collection
    ? await loadProcess(requestsOf(context.api), blockModel.collection.name)
    : null;
  const language = languageOf(context);
  return (process?.transitions ?? []).map(({ name, label }) => ({ value: name, label: labelText(label, language) }));
}

HxTransitionActionModel.registerFlow({
  key: 'transitionSettings',
  title: tExpr('办理设置'),
  sort: 500,
  steps: {
    offer: {
      title: tExpr('可办理的事项'),
      async uiSchema(ctx) {
        const choices = await transitionChoices(ctx);
        const select = { 'x-decorator': 'FormItem', 'x-component': 'Select', enum: choices };
        return {
          only: {
            ...select,
            title: tExpr('只办理这些（不选则全部）'),
            'x-component-props': { mode: 'multiple', allowClear: true },
          },
          direct: { ...select, title: tExpr('只做一件事的按钮'), 'x-component-props': { allowClear: true } },
        };
      },
      defaultParams: { only: [] },
      async handler(ctx) {
        await ctx.model.followProcess(ctx);
      },
    },
  },
});

/** The details block turned to another record, or read its record again. */
HxTransitionActionModel.registerFlow({
  key: 'transitionAgain',
  on: 'paginationChange',
  sort: 500,
  steps: {
    follow: {
      async handler(ctx) {
        await ctx.model.followProcess(ctx);
      },
    },
  },
});

HxTransitionActionModel.registerFlow({
  key: 'transitionClick',
  on: 'click',
  steps: {
    open: {
      async handler(ctx: FlowRuntimeContext<HxTransitionActionModel>) {
        const { model } = ctx as ActionContext;
        const record = recordOf(ctx);
        if (!record) {
          ctx.message.warning(translator(ctx)('请先选择一条记录'));
          return;
        }
        const { only = [], direct } = model.settings();
        const title = String(model.getTitle() ?? '');
        const openTransitions = async () => {
          const { openTransitionDialog } = await import('./open-transition-dialog');
          await openTransitionDialog(ctx, record, { title, only: direct ? [direct] : only });
        };
        // A button of one transition does that and nothing else.
        if (direct) return openTransitions();
        await handleRecord(ctx, record, { title, openTransitions }).catch((error: unknown) => {
          ctx.message.error(requestErrorMessages(error).join('；'));
        });
      },
    },
  },
});
