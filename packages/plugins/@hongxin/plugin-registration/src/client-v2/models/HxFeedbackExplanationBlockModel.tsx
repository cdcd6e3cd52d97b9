import { languageOf, viewRecord } from '@hongxin/plugin-foundation/client-v2';
import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';
import { Empty } from 'antd';
import React from 'react';
import { FeedbackExplanation } from '../components/FeedbackExplanation';
import { YEAR_FEEDBACKS } from '../constants';
import { tExpr, translator } from '../locale';
import { feedbackRequests } from '../requests/year-feedback';

/** Block 计分说明: in the popup of a feedback, how it was counted. */
export class HxFeedbackExplanationBlockModel extends BlockModel {
  static scene = BlockSceneEnum.oam;

  renderComponent() {
    const record = viewRecord(this.context);
    if (record?.collection !== YEAR_FEEDBACKS) return <Empty />;
    return (
      <FeedbackExplanation
        load={() => feedbackRequests(this.context.api).get(record.key)}
        loadSheet={() => feedbackRequests(this.context.api).sheet(record.key)}
        of={record.key}
        language={languageOf(this.context)}
        t={translator(this.context)}
      />
    );
  }
}

HxFeedbackExplanationBlockModel.define({
  label: tExpr('计分说明'),
  icon: 'CalculatorOutlined',
  createModelOptions: { use: 'HxFeedbackExplanationBlockModel' },
});
