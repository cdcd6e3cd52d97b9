import type { LocalizedText } from './localized-text';
import type { Reason, ReasonParams, ReasonRecord } from './reason';

/** One record of many that was refused, and why. */
export interface RefusedRecord {
  /** What the record is called by who reads the refusal; null where it has no name of its own. */
  name: string | null;
  /** Its place among the records asked for, from 1. */
  row: number;
  reasons: readonly Reason[];
}

const EACH: LocalizedText = { zh: '见各条', en: 'see each' };

/**
 * Refusals of many records, each reason said once with the records it is about: not one sentence 137 times. What is
 * particular to a record (the param `detail`) stands beside its name and keeps no two reasons apart.
 */
export function reasonsOnce(refused: readonly RefusedRecord[]): Reason[] {
  const groups = new Map<string, { first: Reason; records: ReasonRecord[]; rows: number[] }>();
  for (const { name, row, reasons } of refused) {
    for (const each of reasons) {
      const { detail, ...shared } = each.params ?? {};
      const key = JSON.stringify([each.code, each.field ?? null, shared]);
      const group = groups.get(key) ?? { first: each, records: [], rows: [] };
      groups.set(key, group);
      group.rows.push(row);
      if (name !== null) group.records.push(isText(detail) ? { name, detail } : { name });
    }
  }
  return [...groups.values()].map(({ first, records, rows }) => {
    const place: ReasonParams = rows.length === 1 ? { row: rows[0] } : { count: rows.length };
    const detail: ReasonParams = rows.length > 1 && first.params?.detail !== undefined ? { detail: EACH } : {};
    return { ...first, params: { ...first.params, ...detail, ...place }, ...(records.length > 0 ? { records } : {}) };
  });
}

const isText = (value: unknown): value is LocalizedText => typeof value === 'object' && value !== null && 'zh' in value;
