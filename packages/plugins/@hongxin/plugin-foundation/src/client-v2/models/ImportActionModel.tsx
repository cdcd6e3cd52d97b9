import { ActionModel, ActionSceneEnum } from '@nocobase/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import React from 'react';
import { tExpr, translator } from '../locale';
import { importRequests, type SheetColumn } from '../requests/sheets';
import { columnList, columnOptions } from '../sheets/column-settings';
import { isPhone } from '../view/is-phone';
import { openSheet } from '../view/open-sheet';
import { listOf, placeOf, withRecordId } from '../sheets/list-of';

interface ImportSettings {
  explain?: string;
  importColumns?: SheetColumn[];
}

/**
 * Action 导入 above a list: shows what a sheet would add and change, then writes it. It takes the place of NocoBase's own
 * by its name, so that every list has it, also those that administrators have changed or made; the settings are the same.
 */
export class ImportActionModel extends ActionModel {
  static scene = ActionSceneEnum.collection;

  defaultProps = { type: 'default' as const, title: tExpr('导入'), icon: 'UploadOutlined' };

  getAclActionName(): string {
    return 'importXlsx';
  }

  settings(): ImportSettings {
    return (this.getStepParams('importActionSetting', 'importSetting') as ImportSettings | undefined) ?? {};
  }
}

ImportActionModel.define({ label: tExpr('导入（先核对再写入）'), sort: 1020 });

ImportActionModel.registerFlow({
  key: 'importActionSetting',
  title: tExpr('导入设置'),
  sort: 500,
  steps: {
    importSetting: {
      title: tExpr('导入的列'),
      uiSchema(ctx) {
        const t = translator(ctx);
        const options = columnOptions(listOf(ctx).collection.getFields());
        return {
          explain: { type: 'string', title: t('导入说明'), 'x-decorator': 'FormItem', 'x-component': 'Input.TextArea' },
          importColumns: columnList(options, { title: t('列名'), add: t('添加列') }),
        };
      },
    },
  },
});

ImportActionModel.registerFlow({
  key: 'importClick',
  on: 'click',
  steps: {
    open: {
      async handler(ctx: FlowContext & { model: ImportActionModel }) {
        const t = translator(ctx);
        const list = listOf(ctx);
        const { explain, importColumns = [] } = ctx.model.settings();
        const title = t(list.collection.title);
        const columns = withRecordId(list, importColumns, t('记录标识'));
        const requests = importRequests(ctx.api, { ...placeOf(list), title, explain, columns });
        const { ImportDialog } = await import('../sheets/ImportDialog');
        await openSheet(ctx, {
          title: t('导入{{name}}', { name: title }),
          width: 860,
          content: (view) => (
            <ImportDialog
              requests={requests}
              title={title}
              explain={explain}
              phone={isPhone(ctx)}
              t={t}
              onWritten={() => list.resource.refresh()}
              onClose={() => void view.close()}
            />
          ),
        });
      },
    },
  },
});
