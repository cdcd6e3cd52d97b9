import path from 'node:path';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { BrandPiece } from './brand-piece';
import { systemSettings } from './system-settings';

/** What the host's file manager offers to other plugins; its own system settings store their logo through it. */
interface FileManager {
  createFileRecord(options: {
    collectionName: string;
    filePath: string;
    values: Record<string, unknown>;
  }): Promise<Model>;
}

const titleOfLogo = async (app: Application): Promise<unknown> =>
  ((await systemSettings(app)).get('logo') as Model | null)?.get('title');

export const logoPiece: BrandPiece = {
  name: 'logo',
  title: '标志',
  version: 2,
  isFactorySetting: async (app) =>
    [undefined, 'nocobase-logo'].includes((await titleOfLogo(app)) as string | undefined),
  read: titleOfLogo,
  write: async (app) => {
    const files = app.pm.get('file-manager') as unknown as FileManager | undefined;
    if (!files) throw new Error('the file manager, which serves the logo, is not enabled');
    const values = { title: 'hongxin-logo', extname: '.svg', mimetype: 'image/svg+xml' };
    const logo = await files.createFileRecord({
      collectionName: 'attachments',
      filePath: path.join(__dirname, 'logo.svg'),
      values,
    });
    await app.db.getRepository('systemSettings').update({ filterByTk: 1, values: { logo: logo.get('id') } });
  },
};
