import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { seenAs } from '@hongxin/rules/mechanism';

interface BuildingRow {
  id: string;
  name: string;
  estate: string;
  community: string;
}

/** Finds buildings by what people call them: the estate's name and the building's, whole or short. */
export class Homes {
  private constructor(private readonly byEstate: ReadonlyMap<string, readonly BuildingRow[]>) {}

  /** Reads the buildings of the named estates, all at once. */
  static async read(estates: Iterable<string>, scope: Scope): Promise<Homes> {
    const names = new Set([...estates].map(seenAs).filter((name) => name !== ''));
    if (names.size === 0) return new Homes(new Map());
    const rows = await selectRows<BuildingRow>(
      scope,
      `SELECT b.id::text AS id, b.name, e.name AS estate, c.name AS community
       FROM {hxAreas} e JOIN {hxAreas} b ON b."parentId" = e.id JOIN {hxAreas} c ON c.id = e."parentId"
       WHERE e.level = 'estate' AND b.level = 'building'
         AND (e.name IN (:names) OR regexp_replace(normalize(e.name, NFKC), '\\s', '', 'g') IN (:names))`,
      { names: [...names] },
    );
    const byEstate = new Map<string, BuildingRow[]>();
    for (const row of rows) {
      const estate = seenAs(row.estate);
      byEstate.set(estate, [...(byEstate.get(estate) ?? []), row]);
    }
    return new Homes(byEstate);
  }

  knowsEstate(estate: string): boolean {
    return this.byEstate.has(seenAs(estate));
  }

  /** @returns the buildings meant; one is what is hoped for */
  find(estate: string, building: string): readonly { id: string; community: string }[] {
    const names = new Set([seenAs(building), seenAs(`${estate}${building}`)]);
    return (this.byEstate.get(seenAs(estate)) ?? []).filter(({ name }) => names.has(seenAs(name)));
  }
}
