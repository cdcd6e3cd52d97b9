import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';
import { Empty } from 'antd';
import React from 'react';
import { HistoryTimeline } from '../components/HistoryTimeline';
import { tExpr, translator } from '../locale';
import { viewRecord } from '../record/view-record';
import { fetchHistory } from '../requests/history';

/** 办理记录: what has happened to the record whose popup this is. */
export class HxHistoryBlockModel extends BlockModel {
  static scene = BlockSceneEnum.one;

  renderComponent() {
    const t = translator(this.context);
    const record = viewRecord(this.context);
    if (!record) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('放在一条记录的弹窗里使用')} />;
    return (
      <HistoryTimeline
        record={record}
        t={t}
        load={() => fetchHistory(this.context.api, record.collection, record.key)}
      />
    );
  }
}

HxHistoryBlockModel.define({
  label: tExpr('办理记录'),
  icon: 'HistoryOutlined',
  hide: (ctx) => viewRecord(ctx) === undefined,
  createModelOptions: { use: 'HxHistoryBlockModel' },
});
