import type { Application } from '@nocobase/server';

/** Name of the in-app channel; made when it is missing, and then the administrator's. */
export const REMINDER_CHANNEL = 'hx-reminders';

interface NotificationManager {
  sendToUsers(options: { userIds: number[]; channels: string[]; message: object }): Promise<unknown>;
}

/** Makes the in-app channel; what an administrator has made of it stays. */
export async function installChannel(app: Application): Promise<void> {
  const repository = app.db.getRepository('notificationChannels');
  if (!repository || (await repository.findOne({ filter: { name: REMINDER_CHANNEL } }))) return;
  const values = { name: REMINDER_CHANNEL, title: '到期提醒', notificationType: 'in-app-message', options: {} };
  await repository.create({ values });
}

/** @returns false where the platform has no notifications or the administrator has removed the channel */
export async function tellUser(
  app: Application,
  userId: number,
  title: string,
  lines: readonly string[],
): Promise<boolean> {
  const manager = app.pm.get('notification-manager') as unknown as NotificationManager | undefined;
  const channel = await app.db
    .getRepository('notificationChannels')
    ?.findOne({ filter: { name: REMINDER_CHANNEL }, fields: ['name'] });
  if (!manager || !channel) return false;
  // {{…}} in a record's title would be filled in as a variable
  const content = lines.join('\n').replace(/\{\{|\}\}/g, '');
  await manager.sendToUsers({
    userIds: [userId],
    channels: [REMINDER_CHANNEL],
    message: { title, content, options: {} },
  });
  return true;
}
