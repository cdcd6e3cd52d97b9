import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import type { RegistrationReceipt } from '../requests/receipts';
import type { UnitReceipt } from '../requests/unit-receipts';

/** What stands on a receipt. */
export interface ReceiptPaper {
  title: string;
  receiptNumber: string | null;
  receiptAt: string | null;
  receiptToken: string | null;
  facts: readonly (readonly [term: string, value: string])[];
  text: string;
  /** Who received. */
  receiver: string;
}

type Fact = readonly [string, string | null | undefined];

const filled = (facts: readonly Fact[]): ReceiptPaper['facts'] =>
  facts.flatMap(([term, value]) => (value ? [[term, value] as const] : []));

/** The receipt of a member. */
export function memberPaper(receipt: RegistrationReceipt, t: Translate): ReceiptPaper {
  const { receiptNumber, receiptAt, receiptToken } = receipt;
  return {
    title: t('在职党员到社区报到回执'),
    receiptNumber,
    receiptAt,
    receiptToken,
    facts: filled([
      [t('姓名'), receipt.personName],
      [t('工作单位'), receipt.unit?.name],
      [t('职务'), receipt.position],
      [t('报到社区'), receipt.area?.name],
      [t('居住楼栋'), receipt.homeArea?.name],
      [t('报到编号'), receipt.number],
    ]),
    text: t('{{name}}同志已到我社区报到，报到材料经核对已接收，特此回执。', { name: receipt.personName }),
    receiver: receipt.organization?.name ?? receipt.area?.name ?? '',
  };
}

/** The receipt of a unit. */
export function unitPaper(receipt: UnitReceipt, t: Translate): ReceiptPaper {
  const { receiptNumber, receiptAt, receiptToken } = receipt;
  return {
    title: t('单位到社区报到回执'),
    receiptNumber,
    receiptAt,
    receiptToken,
    facts: filled([
      [t('报到单位'), receipt.unit?.name],
      [t('报到地'), receipt.area?.name],
      [t('服务队'), receipt.serviceTeam],
      [t('报到日期'), receipt.registeredOn],
      [t('报到编号'), receipt.number],
    ]),
    text: t('{{name}}已到我社区报到，报到材料经核对已接收，特此回执。', { name: receipt.unit?.name ?? '' }),
    receiver: receipt.organization?.name ?? receipt.area?.name ?? '',
  };
}
