/** Walks one caller of each class through every door of every collection, the others through the light ones. */
import { app } from '../../server/harness';
import type { Caller } from './callers';
import { classOf, LIGHT_DOORS, walkersOf } from './classes';
import { ASSOCIATION_READS, ASSOCIATION_WRITES } from './doors/associations';
import { READ_DOORS } from './doors/read';
import { SCOPE_DOORS } from './doors/scope';
import { otherDoor, SHEET_DOORS } from './doors/sheets';
import { WRITE_DOORS, type WriteDoor } from './doors/write';
import { Oracle } from './oracle';
import type { Report } from './report';
import { Scene, type Door } from './scene';
import { Writer } from './scene-write';
import { readRows, Snapshot } from './tables';
import type { Table, Town } from './town';

/** How many reads are under way at a time. */
const AT_ONCE = 6;

/** Actions of every collection that a door above walks through. */
const WALKED = new Set(
  'add create destroy get list remove set toggle update firstOrCreate updateOrCreate query move export downloadXlsxTemplate importXlsx transition transitions history reveal'.split(
    ' ',
  ),
);

/** Actions registered for all collections that have no door of their own. */
export function otherActions(): string[] {
  const registered = [...(app().resourceManager.getRegisteredHandlers() as Map<string, unknown>).keys()];
  return registered.filter((name) => !name.includes(':') && !WALKED.has(name));
}

export interface Selection {
  doors?(name: string): boolean;
  callers?(caller: Caller): boolean;
  tables?(table: Table): boolean;
}

export class Matrix {
  readonly snapshot: Snapshot;
  private readonly reads: readonly Door[] = [...READ_DOORS, ...SCOPE_DOORS, ...ASSOCIATION_READS];
  private readonly writes: readonly WriteDoor[];
  oracle!: Oracle;
  /** Who walks every door, by table. */
  private walkers!: ReadonlyMap<Table, ReadonlySet<Caller>>;

  constructor(readonly town: Town) {
    this.snapshot = new Snapshot([...town.tables.keys()]);
    this.writes = [
      ...WRITE_DOORS,
      ...SHEET_DOORS,
      ...ASSOCIATION_WRITES.map(({ name, run }): WriteDoor => ({ name, run: ({ scene }) => run(scene) })),
      ...otherActions().map(otherDoor),
    ];
  }

  async prepare(): Promise<void> {
    this.oracle = new Oracle(this.town, await readRows('users'));
    const walkers = (table: Table) => walkersOf(this.town, this.oracle, table);
    this.walkers = new Map([...this.town.tables.values()].map((table) => [table, walkers(table)]));
    await this.snapshot.take();
  }

  async run(
    report: Report,
    { doors = () => true, callers = () => true, tables = () => true }: Selection = {},
  ): Promise<void> {
    for (const caller of this.town.callers.filter(callers)) {
      for (const table of [...this.town.tables.values()].filter(tables)) {
        const scene = new Scene(this.town, this.oracle, caller, table);
        const isFull = this.walks(caller, table);
        const open = (name: string) => doors(name) && (isFull || LIGHT_DOORS.has(name));
        report.scene(isFull);
        await this.read(scene, report, open);
        await this.write(scene, report, open);
      }
      report.save();
    }
  }

  /** Whether a caller walks every door of a table, or only the light ones. */
  walks(caller: Caller, table: Table): boolean {
    return this.walkers.get(table)?.has(caller) ?? false;
  }

  /** Who walks every door of a table for the class of a caller. */
  walkerFor(caller: Caller, table: Table): Caller {
    const name = classOf(this.oracle, caller, table);
    const walker = [...(this.walkers.get(table) ?? [])].find((each) => classOf(this.oracle, each, table) === name);
    if (!walker) throw new Error(`nobody walks ${table.name} for ${caller.name}`);
    return walker;
  }

  private async read(scene: Scene, report: Report, doors: (name: string) => boolean): Promise<void> {
    const kind = scene.maySee ? 'open' : 'closed';
    const open = this.reads.filter(({ name, kinds = kind }) => doors(name) && kinds === kind);
    const work = async (): Promise<void> => {
      for (let door = open.shift(); door; door = open.shift()) {
        const own = scene.counting();
        report.add(own, door.name, await door.run(own));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  private async write(scene: Scene, report: Report, doors: (name: string) => boolean): Promise<void> {
    const open = this.writes.filter(({ name }) => doors(name));
    for (const door of open) {
      const own = scene.counting();
      report.add(own, door.name, await door.run(new Writer(own, this.snapshot, report)));
    }
    if (open.length > 0)
      report.note(
        scene.caller.name,
        scene.name,
        'nothing left behind',
        await new Writer(scene, this.snapshot, report).settle(),
      );
  }
}
