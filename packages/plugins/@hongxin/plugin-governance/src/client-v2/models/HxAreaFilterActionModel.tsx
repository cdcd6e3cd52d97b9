import { ActionModel, ActionSceneEnum } from '@nocobase/client-v2';
import type { MultiRecordResource } from '@nocobase/flow-engine';
import { subtreeRange } from '@hongxin/rules/mechanism';
import React from 'react';
import { ToolsProvider, toolsOf, type Tools } from '@hongxin/plugin-foundation/client-v2';
import { texts } from '../texts';
import { ListNarrowing, type Held } from '../narrowing/ListNarrowing';
import { figureOf, knownNarrowing } from '../narrowing/narrowing-once';
import { pageNarrowings, type Address } from '../narrowing/page-narrowings';

/** Column with a record's area digits, by collection where it is not the usual one. */
const COLUMNS: Readonly<Record<string, string>> = { hxAreas: 'code' };
const USUAL_COLUMN = 'areaCode';

interface NarrowedList {
  setFilterActive(source: string, isActive: boolean): void;
  collection?: { name: string };
  resource?: Pick<MultiRecordResource, 'addFilterGroup' | 'removeFilterGroup' | 'setPage' | 'refresh'>;
}

/** Action 按区域查看 above a list: narrows it to one of the reader's areas; figures of 治理总览 lead here with theirs. */
export class HxAreaFilterActionModel extends ActionModel {
  static scene = ActionSceneEnum.collection;

  defaultProps = { type: 'default' as const, title: texts.tExpr('按区域查看'), position: 'left' };

  private page = '';
  private held: Held = { areaCode: null, counted: null };
  private tools?: Tools;

  private get list(): NarrowedList | undefined {
    return this.context.blockModel as NarrowedList | undefined;
  }

  private get collectionName(): string {
    return this.list?.collection?.name ?? '';
  }

  /** The list is narrowed before it is read for the first time, as far as is known by then. */
  onInit(options: Parameters<ActionModel['onInit']>[0]): void {
    super.onInit(options);
    this.page = pageNarrowings.arriveAt((this.context as unknown as { location: Address }).location);
    const { areaCode, figure } = pageNarrowings.of(this.page);
    const counted = figureOf(knownNarrowing(this.context.api), figure, this.collectionName)?.filter ?? null;
    this.held = { areaCode, counted };
    this.hold();
  }

  render(): React.ReactElement {
    this.tools ??= toolsOf(this.context, texts);
    return (
      <ToolsProvider value={this.tools}>
        <ListNarrowing page={this.page} collection={this.collectionName} onNarrow={this.narrow} />
      </ToolsProvider>
    );
  }

  private readonly narrow = (held: Held): void => {
    if (held.areaCode === this.held.areaCode && held.counted === this.held.counted) return;
    this.held = held;
    this.hold();
    this.list?.resource?.setPage(1);
    void this.list?.resource?.refresh();
  };

  private hold(): void {
    const { list, uid } = this;
    if (!list?.resource) return;
    const filters = this.filters();
    list.setFilterActive(uid, filters.length > 0);
    if (filters.length > 0) list.resource.addFilterGroup(uid, { $and: filters });
    else list.resource.removeFilterGroup(uid);
  }

  private filters(): Readonly<Record<string, unknown>>[] {
    const { areaCode, counted } = this.held;
    const filters = counted ? [counted] : [];
    if (areaCode === null) return filters;
    const { from, to } = subtreeRange(areaCode);
    const column = COLUMNS[this.collectionName] ?? USUAL_COLUMN;
    return [...filters, { [column]: { $gte: from, $lt: to } }];
  }
}

HxAreaFilterActionModel.define({
  label: texts.tExpr('按区域查看'),
  sort: 6,
  hide: (context) => !hasAreas(context.collection),
});

function hasAreas(collection: { name: string; getField?(name: string): unknown } | undefined): boolean {
  if (!collection) return true;
  return collection.name in COLUMNS || collection.getField?.(USUAL_COLUMN) !== undefined;
}
