/** Writes of a scene: what changed in the database is compared with what the table allows, and put back. */
import { ask, surplus, type Ask, type Reply } from './inspect';
import type { Action } from './oracle';
import type { Report } from './report';
import type { Scene } from './scene';
import { readRows, type Row, type Snapshot } from './tables';
import { fieldsOf, valueFor } from './values';

/** Bookkeeping of the server that any request may leave behind. */
const BOOKKEEPING = new Set(['hxEvents', 'hxEventHeads', 'hxEventSeals', 'hxCounters', 'hxIdempotencyKeys']);

export class Writer {
  constructor(
    readonly scene: Scene,
    private readonly snapshot: Snapshot,
    private readonly report: Report,
  ) {}

  /** Sends a write that the table forbids: it must be refused and nothing may change. */
  async refused(asked: Ask): Promise<string[]> {
    const { reply, problems } = await this.scene.try(asked);
    if (reply.status < 400) {
      problems.push(`answered ${reply.status}: ${reply.text.slice(0, 160)}`);
      problems.push(...(await this.settle()));
    }
    return problems;
  }

  /** Sends a write that may do only what the table allows; a rule of the plugin may still refuse it. */
  async bounded(asked: Ask, action: Action | null): Promise<{ reply: Reply; problems: string[] }> {
    const { scene } = this;
    scene.sent += 1;
    const reply = await ask(scene.caller.client, asked);
    const changed = reply.status < 400 ? await this.snapshot.changed() : [];
    const now = changed.includes(scene.name) ? await readRows(scene.name) : [];
    const problems = changed.includes(scene.name) ? this.compare(now) : [];
    // what was just written is the caller's to read
    const known = new Set(now.flatMap((row) => Object.values(row).map(String)));
    problems.push(...surplus(scene.oracle, scene.caller, asked, reply).filter((text) => !isOwnTrace(text, known)));
    if (action) {
      this.report.allowed += 1;
      if (reply.status < 400) this.report.performed += 1;
      if ([401, 404].includes(reply.status)) problems.push(`refused with ${reply.status}: ${reply.text.slice(0, 160)}`);
    }
    await this.snapshot.restore(changed);
    return { reply, problems };
  }

  /** Nothing may have changed; puts back what has. */
  async settle(): Promise<string[]> {
    const changed = await this.snapshot.changed();
    await this.snapshot.restore(changed);
    return changed.filter((name) => !BOOKKEEPING.has(name)).map((name) => `changed ${name}`);
  }

  private compare(now: readonly Row[]): string[] {
    const { oracle, caller, table } = this.scene;
    if (!table.key) return [`changed ${table.name}`];
    const before = new Map(table.rows.map((row) => [String(row[table.key!]), row]));
    const problems: string[] = [];
    for (const row of now) {
      const id = String(row[table.key]);
      const old = before.get(id);
      before.delete(id);
      if (!old && !BOOKKEEPING.has(table.name) && !oracle.mayTouch(caller, table, row, 'create'))
        problems.push(`created ${id}`);
      if (!old || JSON.stringify(old) === JSON.stringify(row)) continue;
      if (!oracle.mayTouch(caller, table, old, 'update')) problems.push(`changed ${id}`);
      else if (!oracle.mayTouch(caller, table, row, 'update')) problems.push(`moved ${id} out of reach`);
    }
    for (const [id, row] of before)
      if (!oracle.mayTouch(caller, table, row, 'destroy')) problems.push(`destroyed ${id}`);
    return problems;
  }
}

/** A complaint about values that only the record just written holds. */
function isOwnTrace(text: string, known: ReadonlySet<string>): boolean {
  const told = /^tells (.*?)( …)? \(\d+\)$/.exec(text)?.[1].split(', ');
  return told !== undefined && told.every((each) => [...known].some((value) => value.includes(each)));
}

/** Values for the fields a caller may fill, pointing to records the caller sees. */
export function valuesFor(scene: Scene, names: Iterable<string>): Record<string, unknown> {
  const { table } = scene;
  const values: Record<string, unknown> = {};
  const wanted = new Set(names);
  const fields = fieldsOf(scene.collection);
  for (const field of fields) {
    if (field.type === 'belongsTo' && field.options.foreignKey) {
      if (!wanted.has(field.name) && !wanted.has(field.options.foreignKey)) continue;
      values[field.options.foreignKey] = keyInReach(scene, field.target, field.name);
      continue;
    }
    const isKey = fields.some((each) => each.type === 'belongsTo' && each.options.foreignKey === field.name);
    if (!wanted.has(field.name) || isKey || !scene.columns.includes(field.name)) continue;
    values[field.name] = valueFor(field, table.access?.personalFields?.[field.name]);
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
}

function keyInReach(scene: Scene, target: string | undefined, name: string): unknown {
  if (target === 'users') return name === 'user' ? undefined : scene.caller.userId;
  const table = scene.oracle.table(target);
  if (!table) return undefined;
  const visible = scene.oracle.visible(scene.caller, table);
  const areas = [scene.town.areaIds.east, scene.town.areaIds.west].map(String);
  if (target === 'hxAreas') return areas.find((id) => visible.has(id));
  return [...visible.keys()].find((id) => id.length > 15) ?? [...visible.keys()][0];
}
