import { refuse } from '../errors';
import { action, body, type ActionsOfResource } from '../own-actions';
import type { SettingsService } from './index';

export const SETTINGS_SNIPPET = 'pm.hongxin.settings';

const VALUES = { values: body.object({ zh: '设置', en: 'settings' }) };

/** The resource `hxSettingForms`, for those who may configure the system: settings with a form, and saving them. */
export function settingForms(settings: SettingsService): ActionsOfResource {
  /** GET → every setting with a form: its value, its default, its fields in the reader's language */
  const list = action({ right: SETTINGS_SNIPPET }, ({ language }) =>
    Promise.all(
      settings.withForm().map(async ({ definition, form }) => ({
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
    ),
  );

  /** POST { values: { <key>: value, or null for the default } }: all or nothing */
  const save = action(
    { right: SETTINGS_SNIPPET, body: VALUES, writes: true },
    async ({ body: { values }, transaction }) => {
      const known = new Map(settings.withForm().map(({ definition }) => [definition.key, definition]));
      for (const [key, value] of Object.entries(values)) {
        const definition = known.get(key);
        if (!definition) throw refuse(404, 'SETTING_UNKNOWN', { key: key.slice(0, 60) }, key);
        if (value === null) await settings.reset(definition, transaction);
        else await settings.set(definition, value, transaction);
      }
      return { saved: Object.keys(values).length };
    },
  );

  return { list, save };
}
