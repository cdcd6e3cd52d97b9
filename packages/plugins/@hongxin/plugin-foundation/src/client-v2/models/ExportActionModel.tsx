import { ActionModel, ActionSceneEnum } from '@nocobase/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import { tExpr, translator } from '../locale';
import { requestErrorMessages } from '../requests/errors';
import { exportSheet, type SheetColumn } from '../requests/sheets';
import { columnList, columnOptions } from '../sheets/column-settings';
import { listOf, placeOf, withRecordId, type ListLike } from '../sheets/list-of';
import { saveFile } from '../view/save-file';

/**
 * Action 导出 above a list: all rows of the filter, or a refusal that says why not. It takes the place of NocoBase's own by
 * its name; the settings are the same.
 */
export class ExportActionModel extends ActionModel {
  static scene = ActionSceneEnum.collection;

  defaultProps = { type: 'default' as const, title: tExpr('导出'), icon: 'DownloadOutlined' };

  private isBusy = false;

  getAclActionName(): string {
    return 'export';
  }

  settings(): SheetColumn[] {
    const given = this.getStepParams('exportActionSetting', 'exportableFields') as
      { exportSettings?: SheetColumn[] } | undefined;
    return given?.exportSettings ?? [];
  }

  /** One export at a time; the button shows that it goes on. */
  async whileBusy(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.setProps({ loading: true });
    try {
      await work();
    } finally {
      this.isBusy = false;
      this.setProps({ loading: false });
    }
  }
}

ExportActionModel.define({ label: tExpr('导出（全部行）'), sort: 1030 });

ExportActionModel.registerFlow({
  key: 'exportActionSetting',
  title: tExpr('导出设置'),
  sort: 500,
  steps: {
    exportableFields: {
      title: tExpr('导出的列'),
      uiSchema(ctx) {
        const t = translator(ctx);
        const options = columnOptions(listOf(ctx).collection.getFields());
        return { exportSettings: columnList(options, { title: t('列名'), add: t('添加列') }) };
      },
    },
  },
});

ExportActionModel.registerFlow({
  key: 'exportClick',
  on: 'click',
  steps: {
    export: {
      async handler(ctx: FlowContext & { model: ExportActionModel }) {
        const t = translator(ctx);
        const list = listOf(ctx);
        const title = t(list.collection.title);
        const columns = withRecordId(list, ctx.model.settings(), t('记录标识'));
        await ctx.model.whileBusy(async () => {
          try {
            const params = { title, ...chosenRows(list) };
            saveFile(await exportSheet(ctx.api, placeOf(list), { columns, params }), `${title}.xlsx`);
          } catch (error) {
            ctx.message.error(requestErrorMessages(error).join('；'));
          }
        });
      },
    },
  },
});

/** The rows that are ticked, else all of the list's filter, in the list's order. */
function chosenRows({ collection, resource }: ListLike): Record<string, unknown> {
  const ticked = resource.getSelectedRows?.() ?? [];
  const key = typeof collection.filterTargetKey === 'string' ? collection.filterTargetKey : 'id';
  const filter = ticked.length > 0 ? { [key]: { $in: ticked.map((row) => row[key]) } } : resource.getFilter?.();
  return { filter: JSON.stringify(filter ?? {}), sort: resource.getSort?.(), appends: resource.getAppends?.() };
}
