/** One caller before one collection: what they see, and a record they must not. */
import type { Collection } from '@nocobase/database';
import type { Caller } from './callers';
import { ask, surplus, type Ask, type Reply } from './inspect';
import type { Oracle, Sight } from './oracle';
import type { Row } from './tables';
import type { Table, Town } from './town';
import { columnsOf, fieldsOf, nextId, RELATIONS, type FieldLike } from './values';

export class Scene {
  readonly visible: Map<string, Sight>;
  readonly maySee: boolean;
  /** A record the caller sees, if there is one; made by the factory rather than by an installation. */
  readonly seen: Row | undefined;
  /** A record that is there and not for the caller. */
  readonly hidden: Row | undefined;
  readonly fields: Set<string>;
  readonly absent = String(nextId());
  /** Requests sent. */
  sent = 0;

  constructor(
    readonly town: Town,
    readonly oracle: Oracle,
    readonly caller: Caller,
    readonly table: Table,
  ) {
    this.visible = oracle.visible(caller, table);
    this.maySee = oracle.maySee(caller, table);
    this.fields = oracle.fields(caller, table);
    const isOurs = (row: Row) => String(row.id ?? '').length > 15;
    const sights = [...this.visible.values()].map(({ row }) => row);
    this.seen = sights.find(isOurs) ?? sights[0];
    this.hidden =
      table.rows.find((row) => isOurs(row) && !this.visible.has(this.keyOf(row))) ??
      table.rows.find((row) => !this.visible.has(this.keyOf(row)));
  }

  /** The same scene with a count of its own. */
  counting(): Scene {
    return Object.assign(Object.create(this) as Scene, { sent: 0 });
  }

  get collection(): Collection {
    return this.table.collection;
  }

  get name(): string {
    return this.table.name;
  }

  get key(): string {
    return this.table.key ?? 'id';
  }

  keyOf(row: Row): string {
    return String(row[this.table.key ?? '']);
  }

  get relations(): FieldLike[] {
    return fieldsOf(this.collection).filter(({ type }) => RELATIONS.has(type));
  }

  /** Columns that are no relation. */
  get columns(): string[] {
    return columnsOf(this.collection);
  }

  /** Columns the caller may not filter, sort or group by. */
  get closedColumns(): string[] {
    const personal = this.table.access?.personalFields ?? {};
    return this.columns.filter((name) => !this.fields.has(name) || personal[name]);
  }

  get openColumns(): string[] {
    const closed = new Set(this.closedColumns);
    return this.columns.filter((name) => !closed.has(name));
  }

  /** Fields of the other side of a relation that its label does not show and that are not open to the caller. */
  closedBeyond(field: FieldLike): string[] {
    const target = this.oracle.table(field.target);
    if (field.target === 'users') return ['email', 'phone', 'password'];
    if (!target) return [];
    const personal = Object.keys(target.access?.personalFields ?? {});
    const open = this.oracle.openFields(this.caller, target);
    const labels = new Set([target.key ?? 'id', ...(target.access?.labelFields ?? [])]);
    const closed = columnsOf(target.collection).filter((name) => !open.has(name) && !labels.has(name));
    return [...new Set([...personal, ...closed.slice(0, 2)])];
  }

  /** Sends and inspects. */
  async try(asked: Ask): Promise<{ reply: Reply; problems: string[] }> {
    this.sent += 1;
    const reply = await ask(this.caller.client, asked);
    return { reply, problems: surplus(this.oracle, this.caller, asked, reply) };
  }

  /** Sends what must be refused. */
  async refused(asked: Ask): Promise<string[]> {
    const { reply, problems } = await this.try(asked);
    if (reply.status < 400) problems.push(`answered ${reply.status}: ${reply.text.slice(0, 160)}`);
    return problems;
  }

  /**
   * Sends what must be refused for each of some names, all at once: the refusal has to name every one of them. A name it
   * leaves out is sent by itself.
   */
  async refusedEach(
    names: readonly string[],
    make: (names: readonly string[]) => Ask,
    atOnce = 60,
    refused = (asked: Ask) => this.refused(asked),
  ): Promise<string[]> {
    const problems: string[] = [];
    for (let start = 0; start < names.length; start += atOnce) {
      const some = names.slice(start, start + atOnce);
      // several guards look one after another, each names its own: asked again while a refusal names some
      for (let named = some.length; some.length > 1 && named > 0;) {
        const answer = await this.try(make(some));
        problems.push(...answer.problems);
        const told = fieldsNamed(answer.reply);
        const left = some.filter((name) => !told.has(name));
        named = some.length - left.length;
        some.splice(0, some.length, ...left);
      }
      for (const name of some) problems.push(...(await refused(make([name]))).map((text) => `[${name}] ${text}`));
    }
    return problems;
  }

  private async refusedOrNothing(asked: Ask): Promise<string[]> {
    const { reply, problems } = await this.try(asked);
    if (reply.status < 400 && !isNothing(reply)) problems.push(`answered ${reply.status}: ${reply.text.slice(0, 160)}`);
    return problems;
  }

  /** A hidden record must be refused in the very words an absent one is. */
  async likeAbsent(make: (id: string) => Ask): Promise<string[]> {
    if (!this.hidden || !this.table.key) return this.refusedOrNothing(make(this.absent));
    const id = this.keyOf(this.hidden);
    const [hidden, absent] = await Promise.all([this.try(make(id)), this.try(make(this.absent))]);
    const problems = [...hidden.problems, ...absent.problems];
    if (hidden.reply.status < 400 && !isNothing(hidden.reply))
      problems.push(`answered ${hidden.reply.status}: ${hidden.reply.text.slice(0, 160)}`);
    const words = ({ reply }: { reply: Reply }, self: string) => `${reply.status} ${reply.text.replaceAll(self, 'ID')}`;
    if (words(hidden, id) !== words(absent, this.absent))
      problems.push(
        `tells a hidden record from an absent one: ${words(hidden, id).slice(0, 120)} / ${words(absent, this.absent).slice(0, 120)}`,
      );
    return problems;
  }
}

/** Fields that a refusal says are not for the caller. */
function fieldsNamed({ status, text }: Reply): Set<string> {
  if (status !== 403) return new Set();
  const { errors = [] } = JSON.parse(text) as { errors?: { field?: string }[] };
  return new Set(errors.flatMap(({ field }) => (field === undefined ? [] : [field])));
}

const isNothing = ({ status, data }: Reply): boolean =>
  status === 200 && (data === null || (Array.isArray(data) && data.length === 0));

export interface Door {
  name: string;
  /**
   * `open`: where the caller sees the kind at all. Where not, the whole action is refused whatever its parameters are;
   * a door for `closed` kinds sends them all together.
   */
  kinds?: 'open' | 'closed';
  run(scene: Scene): Promise<string[]>;
}
