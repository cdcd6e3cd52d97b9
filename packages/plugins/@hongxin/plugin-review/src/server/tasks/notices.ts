import type { NoticeChannel } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { TASK_TYPE } from '../../shared/constants';
import type { AssigneeRegistry } from '../assignees/registry';
import type { Background } from '../background';
import { deputiesOf } from '../delegations/deputies';
import type { Clock } from '../clock';
import type { TellsPeople } from '../steps/tools';
import type { Occasion, Told } from './occasions';

/** The in-app channel; made when it is missing, and then the administrator's. */
export const TASK_CHANNEL: NoticeChannel = { name: 'hx-review', title: '审批待办' };

/** Notices are written for the receivers, whose language nobody knows when they are sent: Chinese, the city's. */
const TITLES: Readonly<Record<Occasion, string>> = {
  arrived: '您有一项新的审批待办',
  reminder: '审批待办即将到期',
  overdue: '审批待办已超时',
  urged: '审批待办被催办',
  passedUp: '审批超时，已上转给您',
  copied: '有一项审批抄送给您',
};

interface NotificationManager {
  sendToUsers(options: { userIds: number[]; channels: string[]; message: object; data?: object }): Promise<unknown>;
}

/** In-app notices, and e-mail where the administrator has set up a channel for it. */
export class Notices implements TellsPeople {
  constructor(
    private readonly app: () => Application,
    private readonly background: Background,
    private readonly clock: Clock,
    private readonly assignees: AssigneeRegistry,
  ) {}

  afterCommit(transaction: Transaction, occasion: Occasion, tasks: readonly Told[]): void {
    this.background.afterCommit(transaction, `notices (${occasion})`, () => this.send(occasion, tasks));
  }

  async send(occasion: Occasion, tasks: readonly Told[]): Promise<void> {
    const app = this.app();
    const manager = app.pm.get('notification-manager') as unknown as NotificationManager | undefined;
    const channels: Model[] = manager ? await this.channels() : [];
    if (!manager || channels.length === 0) return;
    for (const task of tasks) {
      if (task.userId === null) continue;
      const deputies = await deputiesOf(
        { db: app.db, assignees: this.assignees },
        task.userId,
        task.processKey,
        this.clock.now(),
      );
      const userIds = [...new Set([task.userId, ...deputies])];
      for (const channel of channels) {
        const message = messageFor(String(channel.get('notificationType')), TITLES[occasion], task);
        await manager.sendToUsers({ userIds, channels: [String(channel.get('name'))], message });
      }
    }
  }

  private async channels(): Promise<Model[]> {
    const repository = this.app().db.getRepository('notificationChannels');
    if (!repository) return [];
    return repository.find({ filter: { $or: [{ name: TASK_CHANNEL.name }, { notificationType: 'email' }] } });
  }
}

/** Where a notice leads; the notices of a task are found by it. */
export const taskAddress = (taskId: string): string => `/admin/workflow/tasks/${TASK_TYPE}/pending/${taskId}`;

function messageFor(channelType: string, title: string, task: Told): object {
  const address = taskAddress(task.id);
  // {{…}} in a record's title would be filled in as a variable
  const content = task.title.replace(/\{\{|\}\}/g, '');
  if (channelType === 'email') return { subject: `${title}：${content}`, contentType: 'text', text: content };
  return { title, content, options: { url: address, mobileUrl: address } };
}
