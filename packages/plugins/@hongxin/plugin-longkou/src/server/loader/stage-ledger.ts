import { clock } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';

const COLLECTION = 'hxDemoStages';

export interface StageRow {
  stage: string;
  today: string;
  rows: number;
  milliseconds: number;
  finishedAt: Date | null;
}

/** Remembers which parts of the city are loaded. */
export class StageLedger {
  constructor(private readonly db: Database) {}

  /**
   * Claims a stage for the running transaction. Another process that claims it at the same time waits here, and
   * gets `false` when the first one has committed.
   */
  async claim(stage: string, today: string, transaction: Transaction): Promise<boolean> {
    const table = this.db.getCollection(COLLECTION).quotedTableName();
    const [rows] = await this.db.sequelize.query(
      `INSERT INTO ${table} ("stage", "today") VALUES (:stage, :today) ON CONFLICT DO NOTHING RETURNING "stage"`,
      { replacements: { stage, today }, transaction },
    );
    return rows.length > 0;
  }

  async finish(stage: string, rows: number, milliseconds: number, transaction: Transaction): Promise<void> {
    const model = this.db.getModel(COLLECTION);
    await model.update({ rows, milliseconds, finishedAt: clock.now() }, { where: { stage }, transaction });
  }

  /** Stages that are loaded; empty before the table is there. */
  async list(): Promise<StageRow[]> {
    if (!(await this.db.collectionExistsInDb(COLLECTION))) return [];
    const rows = await this.db.getModel(COLLECTION).findAll({ raw: true });
    return rows as unknown as StageRow[];
  }
}
