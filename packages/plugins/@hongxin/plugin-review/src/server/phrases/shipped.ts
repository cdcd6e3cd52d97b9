import type { ShippedRows } from '@hongxin/plugin-foundation';
import { PHRASES } from '../../shared/constants';

/** Opinions to begin with [default]; from then on they are the administrator's. */
const FIRST: readonly (readonly [text: string, decision: string])[] = [
  ['同意', 'approve'],
  ['情况属实，同意', 'approve'],
  ['已核实，同意接收', 'approve'],
  ['材料不全，请补充后重新提交', 'return'],
  ['信息有误，请核对后重新提交', 'return'],
  ['不符合条件', 'reject'],
];

export const FIRST_PHRASES: ShippedRows = {
  collection: PHRASES,
  rows: FIRST.map(([text, decision], index) => ({ text, decision, sort: index + 1, enabled: true })),
};
