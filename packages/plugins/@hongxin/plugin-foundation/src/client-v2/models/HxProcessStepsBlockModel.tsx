import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';
import { Empty } from 'antd';
import React from 'react';
import { ProcessSteps } from '../components/ProcessSteps';
import { languageOf, tExpr, translator } from '../locale';
import { RecordNotes } from '../record/record-notes';
import { viewRecord } from '../record/view-record';
import { fetchProgress } from '../requests/record-progress';
import { isPhone } from '../view/is-phone';

/** 办理进度: the steps of the process of the record whose popup this is, and what plugins have to say of it. */
export class HxProcessStepsBlockModel extends BlockModel {
  static scene = BlockSceneEnum.one;

  renderComponent() {
    const t = translator(this.context);
    const record = viewRecord(this.context);
    if (!record) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('放在一条记录的弹窗里使用')} />;
    return (
      <>
        <ProcessSteps
          record={record}
          language={languageOf(this.context)}
          t={t}
          vertical={isPhone(this.context)}
          load={() => fetchProgress(this.context.api, record.collection, record.key)}
        />
        <RecordNotes context={this.context} record={record} />
      </>
    );
  }
}

HxProcessStepsBlockModel.define({
  label: tExpr('办理进度'),
  icon: 'NodeIndexOutlined',
  hide: (ctx) => viewRecord(ctx) === undefined,
  createModelOptions: { use: 'HxProcessStepsBlockModel' },
});
