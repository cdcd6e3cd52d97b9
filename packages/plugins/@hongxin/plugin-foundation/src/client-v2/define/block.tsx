import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import { Empty } from 'antd';
import React, { type ComponentType } from 'react';
import { translator, type Texts } from '../locale';
import { viewRecord, type ViewRecord } from '../record/view-record';
import { ToolsProvider, type Tools } from '../tools/tools';
import { toolsOf } from '../tools/tools-of';
import { type DeclaredModel, type ModelClass } from './models';

/** Where a block may stand: on a page, in the popup of a record, among lists of records, or in both of these. */
export type BlockPlace = 'page' | 'record' | 'records' | 'anywhere';

export interface BlockProps {
  /** The record in whose popup the block stands. */
  record: ViewRecord | undefined;
}

export interface BlockDeclaration {
  /** Stored pages refer to it: it never changes. */
  name: string;
  /** Key of the locale files: what the block is called where pages are designed. */
  title: string;
  icon: string;
  on?: BlockPlace;
  /** Loads the code of the screen, which uses `useTools`. */
  load(): Promise<ComponentType<BlockProps>>;
}

const SCENES = {
  record: BlockSceneEnum.one,
  records: BlockSceneEnum.many,
  anywhere: BlockSceneEnum.oam,
} as const;

/** A block that shows one of our screens and has no settings of its own. */
export function declareBlock(texts: Texts, declaration: BlockDeclaration): DeclaredModel {
  const { name, load } = declaration;
  return { name, load: async () => blockModel(texts, declaration, await load()) };
}

function blockModel(
  texts: Texts,
  { name, title, icon, on = 'page' }: BlockDeclaration,
  Screen: ComponentType<BlockProps>,
): ModelClass {
  class DeclaredBlockModel extends BlockModel {
    private tools?: Tools;

    renderComponent(): React.ReactElement {
      const { context } = this;
      const record = viewRecord(context);
      if (on === 'record' && !record) {
        const hint = translator(context)('放在一条记录的弹窗里使用');
        return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={hint} />;
      }
      this.tools ??= toolsOf(context, texts, (collection) => refreshNeighbours(this, collection));
      return (
        <ToolsProvider value={this.tools}>
          <Screen record={record} />
        </ToolsProvider>
      );
    }
  }
  if (on !== 'page') DeclaredBlockModel.scene = SCENES[on];
  DeclaredBlockModel.define({
    label: texts.tExpr(title),
    icon,
    ...(on === 'record' ? { hide: (context: FlowContext) => viewRecord(context) === undefined } : {}),
    createModelOptions: { use: name },
  });
  return DeclaredBlockModel;
}

interface Neighbour {
  collection?: { name: string };
  resource?: { refresh?(): Promise<unknown> };
}

/** Blocks that stand on the same tab and show the collection read again. */
function refreshNeighbours(block: BlockModel, collection: string): void {
  const { items } = ((block.parent as { subModels?: { items?: unknown } } | undefined)?.subModels ?? {}) as {
    items?: Neighbour[];
  };
  for (const neighbour of items ?? []) {
    if (neighbour.collection?.name === collection) void neighbour.resource?.refresh?.();
  }
}
