import { languageOf, loadProcess } from '@hongxin/plugin-foundation/client-v2';
import { BlockModel } from '@nocobase/client-v2';
import React from 'react';
import { FeedbackYear } from '../components/FeedbackYear';
import { YEAR_FEEDBACKS } from '../constants';
import { tExpr, translator } from '../locale';
import { refreshNeighbours } from './refresh-neighbours';
import { feedbackRequests } from '../requests/year-feedback';

/** Block 年度反馈办理: where the year stands, and steps of all feedbacks at once. */
export class HxFeedbackYearBlockModel extends BlockModel {
  renderComponent() {
    const { api } = this.context;
    return (
      <FeedbackYear
        requests={feedbackRequests(api)}
        loadProcess={async () => (await loadProcess(api, YEAR_FEEDBACKS)) ?? null}
        language={languageOf(this.context)}
        thisYear={new Date().getFullYear()}
        t={translator(this.context)}
        onDone={() => refreshNeighbours(this, YEAR_FEEDBACKS)}
      />
    );
  }
}

HxFeedbackYearBlockModel.define({
  label: tExpr('年度反馈办理'),
  icon: 'AuditOutlined',
  createModelOptions: { use: 'HxFeedbackYearBlockModel' },
});
