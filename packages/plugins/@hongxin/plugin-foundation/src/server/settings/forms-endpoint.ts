import type { Context, Next } from '@nocobase/actions';
import type { Plugin } from '@nocobase/server';
import { languageOf, refuse } from '../errors';
import { handler } from '../handler';
import type { SettingsService } from './index';

export const SETTINGS_SNIPPET = 'pm.hongxin.settings';

/** The resource `hxSettingForms`, for those who may configure the system: settings with a form, and saving them. */
export function defineSettingForms({ app }: Plugin, settings: SettingsService): void {
  /** GET → every setting with a form: its value, its default, its fields in the reader's language */
  async function list(ctx: Context, next: Next): Promise<void> {
    const language = languageOf(ctx);
    const forms = settings.withForm();
    ctx.body = await Promise.all(
      forms.map(async ({ definition, form }) => ({
        key: definition.key,
        title: form.title[language],
        help: form.help[language],
        fields: form.fields().map((field) => ({
          ...field,
          label: field.label[language],
          ...(field.kind === 'number' && field.unit ? { unit: field.unit[language] } : {}),
        })),
        value: await settings.get(definition),
        defaultValue: definition.defaultValue,
        isDefault: !(await settings.isSet(definition)),
      })),
    );
    await next();
  }

  /** POST { values: { <key>: value, or null for the default } }: all or nothing */
  async function save(ctx: Context, next: Next): Promise<void> {
    const values: unknown = (ctx.action.params.values as { values?: unknown } | undefined)?.values;
    if (typeof values !== 'object' || values === null || Array.isArray(values))
      throw refuse(400, 'BODY_FIELD_INVALID', { name: 'values', expected: '{ key: value }' }, 'values');
    const known = new Map(settings.withForm().map(({ definition }) => [definition.key, definition]));
    await ctx.db.sequelize.transaction(async (transaction) => {
      for (const [key, value] of Object.entries(values)) {
        const definition = known.get(key);
        if (!definition) throw refuse(404, 'SETTING_UNKNOWN', { key: key.slice(0, 60) }, key);
        if (value === null) await settings.reset(definition, transaction);
        else await settings.set(definition, value, transaction);
      }
    });
    ctx.body = { saved: Object.keys(values).length };
    await next();
  }

  app.resourceManager.define({
    name: 'hxSettingForms',
    only: ['list', 'save'],
    actions: { list: handler(list), save: handler(save) },
  });
  app.acl.registerSnippet({ name: SETTINGS_SNIPPET, actions: ['hxSettingForms:*'] });
}
