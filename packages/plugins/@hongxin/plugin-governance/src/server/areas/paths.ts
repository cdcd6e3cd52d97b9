import type Database from '@nocobase/database';
import { selectRows } from '@hongxin/plugin-foundation';
import { ancestorAreaCodes } from '@hongxin/rules/mechanism';

/** Names from the street down to the area, e.g. 东莱街道 / 锦里社区 / 7号小区 / 3号楼, by code. */
export async function areaPaths(db: Database, codes: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(codes.filter((code): code is string => Boolean(code)))];
  const wanted = [...new Set(known.flatMap((code) => [...ancestorAreaCodes(code), code]))];
  if (wanted.length === 0) return new Map();
  const rows = await selectRows<{ code: string; name: string }>(
    { db },
    'SELECT code, name FROM {hxAreas} WHERE code IN (:wanted)',
    { wanted },
  );
  const names = new Map(rows.map((row) => [row.code, row.name]));
  return new Map(known.map((code) => [code, pathOf(code, names)]));
}

function pathOf(code: string, names: ReadonlyMap<string, string>): string {
  const codes = [...ancestorAreaCodes(code), code];
  // the city's own name says nothing inside the city
  const shown = codes.length > 1 ? codes.slice(1) : codes;
  return shown.map((each) => names.get(each) ?? each).join(' / ');
}
