import type { BrandPiece } from './brand-piece';
import { systemSettings } from './system-settings';

export const SYSTEM_TITLE = '红心善治';

export const titlePiece: BrandPiece = {
  name: 'title',
  title: '系统名称',
  version: 1,
  isFactorySetting: async (app) => (await systemSettings(app)).get('title') === 'NocoBase',
  read: async (app) => (await systemSettings(app)).get('title'),
  write: async (app) => {
    await (await systemSettings(app)).update({ title: SYSTEM_TITLE });
  },
};
