import { viewRecord } from '@hongxin/plugin-foundation/client-v2';
import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';
import { Empty } from 'antd';
import React from 'react';
import { tExpr, translator } from '../locale';
import { RecordTimeline } from '../timeline/RecordTimeline';

/** 办理过程: reviews and transitions of the record whose popup this is. */
export class HxReviewTimelineBlockModel extends BlockModel {
  static scene = BlockSceneEnum.one;

  renderComponent() {
    const t = translator(this.context);
    const record = viewRecord(this.context);
    if (!record) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('放在一条记录的弹窗里使用')} />;
    return <RecordTimeline api={this.context.api} record={record} t={t} />;
  }
}

HxReviewTimelineBlockModel.define({
  label: tExpr('办理过程（审批与流转）'),
  icon: 'HistoryOutlined',
  hide: (ctx) => viewRecord(ctx) === undefined,
  createModelOptions: { use: 'HxReviewTimelineBlockModel' },
});
