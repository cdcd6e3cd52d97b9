import type Database from '@nocobase/database';
import { PHRASES } from '../shared/constants';

/** Opinions to begin with [default]; from then on they are the administrator's. */
const FIRST: readonly (readonly [text: string, decision: string])[] = [
  ['同意', 'approve'],
  ['情况属实，同意', 'approve'],
  ['已核实，同意接收', 'approve'],
  ['材料不全，请补充后重新提交', 'return'],
  ['信息有误，请核对后重新提交', 'return'],
  ['不符合条件', 'reject'],
];

export async function seedPhrases(db: Database): Promise<void> {
  const repository = db.getRepository(PHRASES);
  if ((await repository.count()) > 0) return;
  for (const [index, [text, decision]] of FIRST.entries()) {
    await repository.create({ values: { text, decision, sort: index + 1, enabled: true } });
  }
}
