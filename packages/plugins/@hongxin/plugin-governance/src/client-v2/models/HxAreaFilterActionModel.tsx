import { ActionModel, ActionSceneEnum } from '@nocobase/client-v2';
import type { MultiRecordResource } from '@nocobase/flow-engine';
import { subtreeRange } from '@hongxin/rules';
import React from 'react';
import { AreaFilter } from '../areas/AreaFilter';
import { chosenAreas, type Address } from '../areas/chosen-areas';
import { tExpr, translator } from '../locale';
import { governanceRequests, type GovernanceRequests } from '../requests/governance';

/** Column with a record's area digits, by collection where it is not the usual one. */
const COLUMNS: Readonly<Record<string, string>> = { hxAreas: 'code' };
const USUAL_COLUMN = 'areaCode';

interface Narrowed {
  setFilterActive(source: string, isActive: boolean): void;
  collection?: { name: string };
  resource?: Pick<MultiRecordResource, 'addFilterGroup' | 'removeFilterGroup' | 'setPage' | 'refresh'>;
}

/** Action 按区域查看 above a list: narrows it to one of the reader's areas; figures of 治理总览 lead here with theirs. */
export class HxAreaFilterActionModel extends ActionModel {
  static scene = ActionSceneEnum.collection;

  defaultProps = { type: 'default' as const, title: tExpr('按区域查看'), position: 'left' };

  private page = '';
  private areaCode: string | null = null;
  private requests?: GovernanceRequests;

  /** The list is narrowed before it is read for the first time. */
  onInit(options: Parameters<ActionModel['onInit']>[0]): void {
    super.onInit(options);
    const { location } = this.context as unknown as { location: Address };
    this.page = chosenAreas.arriveAt(location);
    this.areaCode = chosenAreas.of(this.page);
    this.hold();
  }

  render(): React.ReactElement {
    const { api } = this.context;
    this.requests ??= governanceRequests(this.context);
    return (
      <AreaFilter
        page={this.page}
        api={api}
        requests={this.requests}
        t={translator(this.context)}
        onNarrow={this.narrow}
      />
    );
  }

  private readonly narrow = (areaCode: string | null): void => {
    if (areaCode === this.areaCode) return;
    this.areaCode = areaCode;
    this.hold();
    const { resource } = this.context.blockModel as Narrowed;
    resource?.setPage(1);
    void resource?.refresh();
  };

  private hold(): void {
    const list = this.context.blockModel as Narrowed | undefined;
    if (!list?.resource) return;
    list.setFilterActive(this.uid, this.areaCode !== null);
    if (this.areaCode === null) {
      list.resource.removeFilterGroup(this.uid);
      return;
    }
    const { from, to } = subtreeRange(this.areaCode);
    const column = COLUMNS[list.collection?.name ?? ''] ?? USUAL_COLUMN;
    list.resource.addFilterGroup(this.uid, { [column]: { $gte: from, $lt: to } });
  }
}

HxAreaFilterActionModel.define({
  label: tExpr('按区域查看'),
  sort: 6,
  hide: (context) => !hasAreas(context.collection),
});

function hasAreas(collection: { name: string; getField?(name: string): unknown } | undefined): boolean {
  if (!collection) return true;
  return collection.name in COLUMNS || collection.getField?.(USUAL_COLUMN) !== undefined;
}
