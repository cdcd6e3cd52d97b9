import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';
import React from 'react';
import { BOXES, type Box } from '../../shared/constants';
import { Inbox } from '../inbox/Inbox';
import { tExpr } from '../locale';

/** Settings, under `inboxSettings.show` of the step params. */
export interface InboxSettings {
  /** Which lists, in this order; empty: all. */
  boxes?: Box[];
  pageSize?: number;
}

/** 我的待办: the user's reviews, for desks and phones. */
export class HxReviewInboxBlockModel extends BlockModel {
  static scene = BlockSceneEnum.many;

  renderComponent() {
    const { boxes, pageSize } = this.props as InboxSettings;
    const chosen = boxes && boxes.length > 0 ? boxes : BOXES;
    return <Inbox key={chosen.join()} context={this.context} boxes={chosen} pageSize={pageSize ?? 20} />;
  }
}

HxReviewInboxBlockModel.define({
  label: tExpr('我的待办'),
  icon: 'AuditOutlined',
  createModelOptions: { use: 'HxReviewInboxBlockModel' },
});

HxReviewInboxBlockModel.registerFlow({
  key: 'inboxSettings',
  title: tExpr('待办设置'),
  steps: {
    show: {
      title: tExpr('显示内容'),
      uiSchema: {
        boxes: {
          type: 'array',
          title: tExpr('显示哪些列表（不选则全部）'),
          'x-decorator': 'FormItem',
          'x-component': 'Select',
          'x-component-props': { mode: 'multiple', allowClear: true },
          enum: [
            { value: 'pending', label: tExpr('待办') },
            { value: 'done', label: tExpr('已办') },
            { value: 'started', label: tExpr('我发起的') },
            { value: 'copied', label: tExpr('抄送我的') },
          ],
        },
        pageSize: {
          type: 'number',
          title: tExpr('每页条数'),
          'x-decorator': 'FormItem',
          'x-component': 'Select',
          enum: [10, 20, 50].map((value) => ({ value, label: String(value) })),
        },
      },
      defaultParams: { boxes: [], pageSize: 20 },
      handler(ctx, { boxes, pageSize }: InboxSettings) {
        ctx.model.setProps({ boxes, pageSize });
      },
    },
  },
});
