import type { Language, LocalizedText } from '@hongxin/rules/mechanism';
import type { Application } from '@nocobase/server';

/** An in-app channel: what the receiver sees the notices under, and what an administrator may rename or remove. */
export interface NoticeChannel {
  name: string;
  title: string;
}

export interface Notice {
  userId: number;
  title: LocalizedText;
  lines: readonly LocalizedText[];
  /** Path inside the client that the notice leads to. */
  address?: string;
}

interface NotificationManager {
  sendToUsers(options: { userIds: number[]; channels: string[]; message: object }): Promise<unknown>;
}

/** Makes the in-app channel; what an administrator has made of it stays. */
export async function installChannel(app: Application, { name, title }: NoticeChannel): Promise<void> {
  const repository = app.db.getRepository('notificationChannels');
  if (!repository || (await repository.findOne({ filter: { name } }))) return;
  await repository.create({ values: { name, title, notificationType: 'in-app-message', options: {} } });
}

/** The language a user has chosen for the product; Chinese for those who have chosen none. */
async function languageOfUser(app: Application, userId: number): Promise<Language> {
  const user = await app.db.getRepository('users').findOne({ filterByTk: userId, fields: ['appLang'] });
  return String(user?.get('appLang') ?? '').startsWith('en') ? 'en' : 'zh';
}

/** @returns false where the platform has no notifications or the administrator has removed the channel */
export async function tellUser(
  app: Application,
  { name }: NoticeChannel,
  { userId, title, lines, address }: Notice,
): Promise<boolean> {
  const manager = app.pm.get('notification-manager') as unknown as NotificationManager | undefined;
  const channel = await app.db.getRepository('notificationChannels')?.findOne({ filter: { name }, fields: ['name'] });
  if (!manager || !channel) return false;
  // {{…}} in a record's title would be filled in as a variable
  const language = await languageOfUser(app, userId);
  const content = lines
    .map((line) => line[language])
    .join('\n')
    .replace(/\{\{|\}\}/g, '');
  const options = address === undefined ? {} : { url: address, mobileUrl: address };
  await manager.sendToUsers({
    userIds: [userId],
    channels: [name],
    message: { title: title[language], content, options },
  });
  return true;
}
