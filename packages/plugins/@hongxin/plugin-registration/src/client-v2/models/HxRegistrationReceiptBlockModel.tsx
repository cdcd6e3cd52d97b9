import { languageOf, viewRecord } from '@hongxin/plugin-foundation/client-v2';
import { BlockModel, BlockSceneEnum } from '@nocobase/client-v2';
import React from 'react';
import { RegistrationReceiptCard } from '../components/RegistrationReceiptCard';
import { MEMBER_REGISTRATIONS } from '../constants';
import { tExpr, translator } from '../locale';
import { fetchOwnReceipt, fetchReceipt } from '../requests/receipts';

/** 报到回执: in the popup of a registration that one's, elsewhere the user's own. */
export class HxRegistrationReceiptBlockModel extends BlockModel {
  static scene = BlockSceneEnum.oam;

  renderComponent() {
    const { api, user } = this.context;
    const record = viewRecord(this.context);
    const id = record?.collection === MEMBER_REGISTRATIONS ? record.key : undefined;
    const load = () => (id === undefined ? fetchOwnReceipt(api, Number(user?.id)) : fetchReceipt(api, id));
    return (
      <RegistrationReceiptCard
        api={api}
        language={languageOf(this.context)}
        t={translator(this.context)}
        load={load}
        of={id}
      />
    );
  }
}

HxRegistrationReceiptBlockModel.define({
  label: tExpr('报到回执'),
  icon: 'SafetyCertificateOutlined',
  createModelOptions: { use: 'HxRegistrationReceiptBlockModel' },
});
