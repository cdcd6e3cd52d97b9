import type { Reason } from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { askEach } from '../database/step-memory';
import { Refusal } from '../errors';
import type { SettingForm } from './form';

export type { SettingField, SettingForm } from './form';

/** A setting that code knows: its default, and what makes a value unusable. */
export interface SettingDefinition<T> {
  key: string;
  defaultValue: T;
  check(value: unknown): Reason[];
  /** How administrators change it; without one it has no place on the settings page. */
  form?: SettingForm;
}

/** Settings as rows of hxSettings, read anew each time so that several processes agree. */
export class SettingsService {
  private readonly definitions = new Map<string, SettingDefinition<unknown>>();

  constructor(private readonly plugin: Plugin) {}

  define<T>(definition: SettingDefinition<T>): SettingDefinition<T> {
    this.definitions.set(definition.key, definition as SettingDefinition<unknown>);
    return definition;
  }

  load(): void {
    this.plugin.app.db.on('hxSettings.beforeSave', (row: Model) => {
      const reasons = this.definitions.get(String(row.get('key')))?.check(row.get('value')) ?? [];
      if (reasons.length > 0) throw new Refusal(400, reasons);
    });
  }

  /**
   * The stored value, or the default.
   * @param transaction the one the caller holds, if any: inside it a second connection would be waited for while the
   *   first is held, and as many requests as there are connections would wait for each other
   */
  async get<T>({ key, defaultValue }: SettingDefinition<T>, transaction?: Transaction): Promise<T> {
    const { db } = this.plugin.app;
    const rows = await askEach({ db, transaction }, 'setting', [key], async () => {
      const row: Model | null = await db.getRepository('hxSettings').findOne({ filterByTk: key, transaction });
      return new Map([[key, { value: row?.get('value') as T | null | undefined }]]);
    });
    return rows.get(key)?.value ?? defaultValue;
  }

  /** @throws Refusal 400 when the value is not usable */
  async set<T>({ key }: SettingDefinition<T>, value: T, transaction?: Transaction): Promise<void> {
    await this.plugin.app.db
      .getRepository('hxSettings')
      .updateOrCreate({ filterKeys: ['key'], values: { key, value }, transaction });
  }

  /** Goes back to the default. */
  async reset({ key }: Pick<SettingDefinition<unknown>, 'key'>, transaction?: Transaction): Promise<void> {
    await this.plugin.app.db.getRepository('hxSettings').destroy({ filter: { key }, transaction });
  }

  async isSet({ key }: Pick<SettingDefinition<unknown>, 'key'>): Promise<boolean> {
    return (await this.plugin.app.db.getRepository('hxSettings').count({ filter: { key } })) > 0;
  }

  /** The settings that administrators change on the settings page, in the order of their definition. */
  withForm(): { definition: SettingDefinition<unknown>; form: SettingForm }[] {
    return [...this.definitions.values()].flatMap((definition) =>
      definition.form ? [{ definition, form: definition.form }] : [],
    );
  }
}
