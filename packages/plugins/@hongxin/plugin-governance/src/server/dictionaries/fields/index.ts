import { currentIdentity, foundationOf, bindRules } from '@hongxin/plugin-foundation';
import { choicesOfDictionary, type FieldChoice } from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { adoptOwnChoices } from './adopt';
import type { DictionaryField } from './field';
import { guardField } from './guard-field';
import { guardItem } from './guard-item';
import { offeredOnly } from './offered';
import { choicesIn, itemsOf, rowOf, usedCodes } from './store';

interface HookOptions {
  transaction?: Transaction;
}

/** What another process is told by NocoBase's own plugin, so that it reads the fields of a collection again. */
interface MainDataSource {
  sendSyncMessage(message: { type: 'syncCollection'; collectionName: string }): Promise<void>;
}

/**
 * Select fields whose choices are the items of a dictionary. The dictionary is the one place where they are kept: what is
 * added, renamed, put in another order or switched off there is so in the field, on every process, once it is committed.
 * In the field's own configuration only colours are changed.
 */
export class DictionaryFields {
  private readonly fields: DictionaryField[] = [];
  /** While an installation is installed or upgraded the fields wait: what they hold of their own is taken over first. */
  private isStarted = false;
  private readonly waiting = new WeakMap<Transaction, Map<string, DictionaryField>>();

  constructor(private readonly app: Application) {}

  register(field: DictionaryField): void {
    this.fields.push(field);
    foundationOf(this.app).protection.leaveChoices(field.collection, field.field);
    bindRules(this.app.db, field.collection, [offeredOnly(this.app.db, field)]);
  }

  /** The application is there: from now on a field follows its dictionary at once. */
  readonly start = (): void => {
    this.isStarted = true;
  };

  readonly follow = async (_item: Model, { transaction }: HookOptions): Promise<void> => {
    if (this.isStarted) await this.refreshAll(transaction);
  };

  readonly guard = async (row: Model, { transaction }: HookOptions): Promise<void> => {
    if (currentIdentity()) await guardField(this.app, this.fields, row, transaction);
  };

  get keepHeld() {
    return guardItem(this.app.db, this.fields, true);
  }

  get keepHeldCode() {
    return guardItem(this.app.db, this.fields, false);
  }

  /** Brings choices that administrators had put into the fields themselves into the dictionaries. */
  async adopt(): Promise<void> {
    const wasStarted = this.isStarted;
    this.isStarted = false;
    try {
      await this.app.db.sequelize.transaction(async (transaction) => {
        for (const field of this.fields) {
          await adoptOwnChoices(this.app, field, transaction);
          await this.afterwards(transaction, field);
        }
        await this.refreshAll(transaction);
      });
    } finally {
      this.isStarted = wasStarted;
    }
  }

  private async refreshAll(transaction?: Transaction): Promise<void> {
    for (const field of this.fields) await this.refresh(field, transaction);
    // titles in another language are not in the fields
    await this.afterwards(transaction, null);
  }

  private async refresh(field: DictionaryField, transaction?: Transaction): Promise<void> {
    const { db } = this.app;
    const row = await rowOf(db, field, transaction);
    // before the first installation has published the field, its choices are those of the code
    if (!row) return;
    const uiSchema = (row.get('uiSchema') ?? {}) as { enum?: unknown };
    const known = choicesIn(uiSchema);
    const choices = await this.choicesOf(field, known, transaction);
    if (JSON.stringify(choices) === JSON.stringify(known)) return;
    // without a context NocoBase leaves the running field alone: a change that is rolled back would take it away
    await db.getRepository('fields').update({
      filterByTk: row.get('key') as string,
      values: { uiSchema: { ...uiSchema, enum: choices } },
      transaction,
    });
    await this.afterwards(transaction, field);
  }

  private async choicesOf(
    field: DictionaryField,
    known: readonly FieldChoice[],
    transaction?: Transaction,
  ): Promise<FieldChoice[]> {
    const { db } = this.app;
    const rows = await itemsOf(db, field.dictionary, transaction);
    return choicesOfDictionary(rows, known, await usedCodes(db, field, transaction));
  }

  /** Takes changed fields into use once they are committed, each once. */
  private async afterwards(transaction: Transaction | undefined, field: DictionaryField | null): Promise<void> {
    const add = (fields: Map<string, DictionaryField>) => {
      if (field) fields.set(`${field.collection}.${field.field}`, field);
      return fields;
    };
    if (!transaction) return this.takeIntoUse([...add(new Map()).values()]);
    const known = this.waiting.get(transaction);
    if (known) {
      add(known);
      return;
    }
    const fields = add(new Map<string, DictionaryField>());
    this.waiting.set(transaction, fields);
    transaction.afterCommit(() => this.takeIntoUse([...fields.values()]));
  }

  private async takeIntoUse(fields: readonly DictionaryField[]): Promise<void> {
    const main = this.app.pm.get('data-source-main') as unknown as MainDataSource;
    for (const field of fields) {
      const row = (await rowOf(this.app.db, field)) as (Model & { load(): Promise<unknown> }) | null;
      await row?.load();
    }
    for (const collectionName of new Set(fields.map(({ collection }) => collection)))
      await main.sendSyncMessage({ type: 'syncCollection', collectionName });
    await foundationOf(this.app).translations.changed();
  }
}
