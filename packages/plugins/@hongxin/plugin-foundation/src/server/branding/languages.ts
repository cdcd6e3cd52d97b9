import type { BrandPiece } from './brand-piece';
import { systemSettings } from './system-settings';

const LANGUAGES = ['zh-CN', 'en-US'];

/** Chinese first, so it is the default; English can be chosen by anybody. */
export const languagesPiece: BrandPiece = {
  name: 'languages',
  title: '语言',
  version: 1,
  isFactorySetting: async (app) => {
    const enabled = ((await systemSettings(app)).get('enabledLanguages') ?? []) as string[];
    return enabled.length <= 1;
  },
  read: async (app) => (await systemSettings(app)).get('enabledLanguages'),
  write: async (app) => {
    await (await systemSettings(app)).update({ enabledLanguages: LANGUAGES, appLang: LANGUAGES[0] });
  },
};
