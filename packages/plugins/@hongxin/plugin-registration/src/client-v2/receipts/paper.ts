import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { filledText } from '@hongxin/rules/registration';
import type { RegistrationReceipt } from '../requests/receipts';
import type { SheetWords } from '../requests/sheet-texts';
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
  /** Who signs, above the day. */
  sign: string;
  /** The closing remark. */
  note: string;
}

type Fact = readonly [string, string | null | undefined];

const filled = (facts: readonly Fact[]): ReceiptPaper['facts'] =>
  facts.flatMap(([term, value]) => (value ? [[term, value] as const] : []));

interface Received {
  organization: { name: string } | null;
  area: { name: string } | null;
}

/** The city's texts, with the names of this receipt. */
function said(
  { title = '', text = '', sign = '', note = '' }: SheetWords,
  { organization, area }: Received,
  name: string,
): Pick<ReceiptPaper, 'title' | 'text' | 'receiver' | 'sign' | 'note'> {
  const receiver = organization?.name ?? area?.name ?? '';
  return { title, text: filledText(text, { name }), receiver, sign: filledText(sign, { issuer: receiver }), note };
}

/** The receipt of a member. */
export function memberPaper(receipt: RegistrationReceipt, t: Translate, words: SheetWords): ReceiptPaper {
  const { receiptNumber, receiptAt, receiptToken } = receipt;
  return {
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
    ...said(words, receipt, receipt.personName),
  };
}

/** The receipt of a unit. */
export function unitPaper(receipt: UnitReceipt, t: Translate, words: SheetWords): ReceiptPaper {
  const { receiptNumber, receiptAt, receiptToken } = receipt;
  return {
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
    ...said(words, receipt, receipt.unit?.name ?? ''),
  };
}
