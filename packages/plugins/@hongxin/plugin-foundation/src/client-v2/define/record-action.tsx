import { ActionModel, ActionSceneEnum } from '@nocobase/client-v2';
import { type FlowContext, type FlowRuntimeContext } from '@nocobase/flow-engine';
import React, { type ComponentType } from 'react';
import { type Texts } from '../locale';
import { recordOf } from '../record/record-of';
import { refreshAfterMove } from '../record/refresh';
import { type RecordKey, type Values } from '../requests/transitions';
import { ToolsProvider } from '../tools/tools';
import { toolsOf } from '../tools/tools-of';
import { openSheet } from '../view/open-sheet';
import { type DeclaredModel, type ModelClass } from './models';

export interface SheetProps {
  collection: string;
  recordKey: RecordKey;
  /** The record has changed: whoever shows it reads again. */
  changed(): void;
  /** The same, and there is nothing more to do here. */
  finish(): void;
}

export interface RecordActionDeclaration {
  /** Stored pages refer to it: it never changes. */
  name: string;
  /** Keys of the locale files: what the action is called where pages are designed, and above its sheet; on the button. */
  title: string;
  button: string;
  sort: number;
  /** Whose records it is for. */
  collections: readonly string[];
  /** Whether there is nothing to do on a record, from what the block knows of it; what is not known the server says. */
  hiddenWhen?(values: Values): boolean;
  /** What to say where no record is chosen; a key of the locale files. */
  unchosen: string;
  /** Loads the code of the sheet when somebody presses; it uses `useTools`. */
  load(): Promise<ComponentType<SheetProps>>;
}

/** An action on a record that opens one of our screens: a dialog on a desk, a sheet on a phone. */
export function declareRecordAction(texts: Texts, declaration: RecordActionDeclaration): DeclaredModel {
  return { name: declaration.name, load: async () => actionModel(texts, declaration) };
}

function actionModel(texts: Texts, declaration: RecordActionDeclaration): ModelClass {
  const { title, button, sort, collections, hiddenWhen } = declaration;
  class DeclaredActionModel extends ActionModel {
    static scene = ActionSceneEnum.record;

    defaultProps = { type: 'link', title: texts.tExpr(button) };
  }
  DeclaredActionModel.define({
    label: texts.tExpr(title),
    sort,
    hide: (context) => context.collection?.name !== undefined && !collections.includes(context.collection.name),
  });
  if (hiddenWhen) {
    DeclaredActionModel.registerFlow({
      key: 'followRecord',
      sort: 500,
      steps: {
        follow: {
          handler(ctx: FlowRuntimeContext<DeclaredActionModel>) {
            ctx.model.setHidden(hiddenWhen(recordOf(ctx)?.values ?? {}));
          },
        },
      },
    });
  }
  DeclaredActionModel.registerFlow({
    key: 'openSheet',
    on: 'click',
    steps: { open: { handler: (ctx: FlowRuntimeContext<DeclaredActionModel>) => openFor(ctx, texts, declaration) } },
  });
  return DeclaredActionModel;
}

async function openFor(
  context: FlowContext,
  texts: Texts,
  { title, collections, unchosen, load }: RecordActionDeclaration,
): Promise<void> {
  const t = texts.translator(context);
  const record = recordOf(context);
  if (!record || !collections.includes(record.collection.name)) {
    context.message.warning(t(unchosen));
    return;
  }
  const moved = { collection: record.collection.name, key: record.key };
  const changed = (): void => void refreshAfterMove(context, moved);
  const tools = toolsOf(context, texts, changed);
  const Sheet = await load();
  await openSheet(context, {
    title: t(title),
    content: (view) => {
      const finish = (): void => {
        changed();
        view.close();
      };
      return (
        <ToolsProvider value={tools}>
          <Sheet collection={moved.collection} recordKey={moved.key} changed={changed} finish={finish} />
        </ToolsProvider>
      );
    },
  });
}
