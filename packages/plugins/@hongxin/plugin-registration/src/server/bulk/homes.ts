import { select, type Scope } from '@hongxin/plugin-governance';

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
    const names = [...new Set([...estates].map((name) => name.trim()).filter((name) => name !== ''))];
    if (names.length === 0) return new Homes(new Map());
    const rows = await select<BuildingRow>(
      scope,
      `SELECT b.id::text AS id, b.name, e.name AS estate, c.name AS community
       FROM {hxAreas} e JOIN {hxAreas} b ON b."parentId" = e.id JOIN {hxAreas} c ON c.id = e."parentId"
       WHERE e.level = 'estate' AND b.level = 'building' AND e.name IN (:names)`,
      { names },
    );
    const byEstate = new Map<string, BuildingRow[]>();
    for (const row of rows) byEstate.set(row.estate, [...(byEstate.get(row.estate) ?? []), row]);
    return new Homes(byEstate);
  }

  knowsEstate(estate: string): boolean {
    return this.byEstate.has(estate.trim());
  }

  /** @returns the buildings meant; one is what is hoped for */
  find(estate: string, building: string): readonly { id: string; community: string }[] {
    const wanted = building.trim();
    const names = new Set([wanted, `${estate.trim()}${wanted}`]);
    return (this.byEstate.get(estate.trim()) ?? []).filter(({ name }) => names.has(name));
  }
}
