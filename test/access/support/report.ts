/** Counts cells and keeps what failed. */
import fs from 'node:fs';

export interface Failure {
  caller: string;
  collection: string;
  door: string;
  problem: string;
}

export class Report {
  readonly failures: Failure[] = [];
  private readonly doors = new Map<string, number>();
  cells = 0;
  /** Callers before tables: at every door, and at the light ones. */
  readonly scenes = { full: 0, light: 0 };
  requests = 0;
  /** Writes the table allows, and those of them that a plugin's rules let through. */
  allowed = 0;
  performed = 0;

  /** A cell is one caller at one door of one collection; where there was nothing to ask, there is none. */
  add(
    { caller, name, sent }: { caller: { name: string }; name: string; sent: number },
    door: string,
    problems: readonly string[],
  ): void {
    this.requests += sent;
    if (sent > 0 || problems.length > 0) this.note(caller.name, name, door, problems);
  }

  scene(isFull: boolean): void {
    this.scenes[isFull ? 'full' : 'light'] += 1;
  }

  note(caller: string, collection: string, door: string, problems: readonly string[]): void {
    this.cells += 1;
    this.doors.set(door, (this.doors.get(door) ?? 0) + 1);
    for (const problem of new Set(problems)) this.failures.push({ caller, collection, door, problem });
  }

  /** Keeps what has failed so far in the file that HX_MATRIX_OUT names. */
  save(): void {
    const file = process.env.HX_MATRIX_OUT;
    if (file) fs.writeFileSync(file, `${this.summary(process.uptime())}\n${this.text(5000)}\n`);
  }

  get doorNames(): string[] {
    return [...this.doors.keys()];
  }

  summary(seconds: number): string {
    const places = new Set(this.failures.map(({ caller, collection, door }) => `${caller}/${collection}/${door}`));
    return `matrix: ${this.cells} cells of ${this.scenes.full} full and ${this.scenes.light} light walks, ${places.size} failures (${this.doors.size} doors, ${this.requests} requests, ${this.performed} of ${this.allowed} allowed writes passed the plugins' rules, ${seconds.toFixed(0)} s)`;
  }

  /** The first failures in full, for the test's message. */
  text(most = 40): string {
    return this.failures
      .slice(0, most)
      .map(({ caller, collection, door, problem }) => `${caller} | ${collection} | ${door}: ${problem}`)
      .join('\n');
  }
}
