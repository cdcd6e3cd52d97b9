import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { BrandPiece } from './brand-piece';

const UID = 'hongxin';

/** Red #B8142B: 6.6 : 1 on white; errors are orange, so that an error is not taken for the house colour. */
const THEME = {
  name: '红心',
  algorithm: 'compactAlgorithm',
  token: {
    fontSize: 16,
    colorPrimary: '#B8142B',
    colorLink: '#B8142B',
    colorError: '#D4570A',
    colorPrimaryHeader: '#8F0F22',
    colorBgHeader: '#8F0F22',
    colorBgHeaderMenuHover: '#ffffff1f',
    colorBgHeaderMenuActive: '#ffffff2e',
    colorTextHeaderMenu: '#ffffffd9',
    colorTextHeaderMenuHover: '#ffffff',
    colorTextHeaderMenuActive: '#ffffff',
    // without the colours of its editor NocoBase takes a theme for an old one and lays its own header over ours
    colorSettings: '#F18B62',
    colorBgSettingsHover: 'rgba(241, 139, 98, 0.06)',
    colorTemplateBgSettingsHover: 'rgba(98, 200, 241, 0.06)',
    colorBorderSettingsHover: 'rgba(241, 139, 98, 0.3)',
    motionUnit: 0.03,
  },
  components: { Progress: { defaultColor: '#B8142B' } },
};

const themes = (app: Application) => app.db.getRepository('themeConfig');

async function defaultTheme(app: Application): Promise<Model | null> {
  return themes(app).findOne({ filter: { default: true } });
}

/** A theme of NocoBase's theme editor, set as default: it holds for everybody who has not chosen another. */
export const themePiece: BrandPiece = {
  name: 'theme',
  title: '主题',
  version: 2,
  isFactorySetting: async (app) => {
    const theme = await defaultTheme(app);
    return theme === null || theme.get('isBuiltIn') === true;
  },
  read: async (app) => {
    const theme = await defaultTheme(app);
    return theme && { uid: theme.get('uid'), config: theme.get('config') };
  },
  write: async (app) => {
    const values = { uid: UID, config: THEME, optional: true, isBuiltIn: false, default: true };
    const existing: Model | null = await themes(app).findOne({ filter: { uid: UID } });
    await themes(app).update({ filter: { default: true }, values: { default: false } });
    if (existing) await themes(app).update({ filterByTk: existing.get('id') as number, values });
    else await themes(app).create({ values });
  },
};
