import { languageOf, viewRecord } from '@hongxin/plugin-foundation/client-v2';
import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';
import React from 'react';
import { ReceiptCard } from '../components/ReceiptCard';
import { MEMBER_REGISTRATIONS, UNIT_REGISTRATIONS } from '../constants';
import { tExpr, translator } from '../locale';
import { MEMBER_HINTS, UNIT_HINTS } from '../receipts/hints';
import { memberPaper, unitPaper } from '../receipts/paper';
import { fetchOwnReceipt, fetchReceipt } from '../requests/receipts';
import { fetchUnitReceipt } from '../requests/unit-receipts';

/** 报到回执: in the popup of a registration that one's; elsewhere the user's own. */
export class HxRegistrationReceiptBlockModel extends BlockModel {
  static scene = BlockSceneEnum.oam;

  renderComponent() {
    const { api, user } = this.context;
    const shared = { api, language: languageOf(this.context), t: translator(this.context) };
    const record = viewRecord(this.context);
    if (record?.collection === UNIT_REGISTRATIONS) {
      return (
        <ReceiptCard
          {...shared}
          collection={UNIT_REGISTRATIONS}
          load={() => fetchUnitReceipt(api, record.key)}
          of={record.key}
          sheet="unitReceipt"
          paperOf={unitPaper}
          hints={UNIT_HINTS}
        />
      );
    }
    const id = record?.collection === MEMBER_REGISTRATIONS ? record.key : undefined;
    return (
      <ReceiptCard
        {...shared}
        collection={MEMBER_REGISTRATIONS}
        load={() => (id === undefined ? fetchOwnReceipt(api, Number(user?.id)) : fetchReceipt(api, id))}
        of={id}
        sheet="memberReceipt"
        paperOf={memberPaper}
        hints={MEMBER_HINTS}
      />
    );
  }
}

HxRegistrationReceiptBlockModel.define({
  label: tExpr('报到回执'),
  icon: 'SafetyCertificateOutlined',
  createModelOptions: { use: 'HxRegistrationReceiptBlockModel' },
});
