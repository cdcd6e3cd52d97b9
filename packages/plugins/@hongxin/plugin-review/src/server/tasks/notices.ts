import type { NoticeChannel } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { TASK_TYPE } from '../../shared/constants';
import type { AssigneeRegistry } from '../assignees/registry';
import type { Background } from '../background';
import { Gathering } from '../gathering';
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

/** What falls to somebody at once beyond so many is told in one notice [default]: nobody reads forty of them. */
const TOLD_ONE_BY_ONE = 5;

interface Occurred {
  occasion: Occasion;
  tasks: readonly Told[];
}

/** In-app notices, and e-mail where the administrator has set up a channel for it. */
export class Notices implements TellsPeople {
  private readonly sending: Gathering<Occurred>;

  constructor(
    private readonly app: () => Application,
    background: Background,
    private readonly clock: Clock,
    private readonly assignees: AssigneeRegistry,
  ) {
    this.sending = new Gathering(background, 'notices', (occurred) => this.sendAll(occurred));
  }

  afterCommit(transaction: Transaction, occasion: Occasion, tasks: readonly Told[]): void {
    transaction.afterCommit(() => this.sending.add([{ occasion, tasks }]));
  }

  private async sendAll(occurred: readonly Occurred[]): Promise<void> {
    for (const occasion of new Set(occurred.map((each) => each.occasion)))
      await this.send(
        occasion,
        occurred.filter((each) => each.occasion === occasion).flatMap(({ tasks }) => tasks),
      );
  }

  async send(occasion: Occasion, tasks: readonly Told[]): Promise<void> {
    const app = this.app();
    const manager = app.pm.get('notification-manager') as unknown as NotificationManager | undefined;
    const channels: Model[] = manager ? await this.channels() : [];
    if (!manager || channels.length === 0) return;
    for (const told of byHolder(tasks)) {
      const [{ userId, processKey }] = told;
      const tools = { db: app.db, assignees: this.assignees };
      const deputies = await deputiesOf(tools, userId, processKey, this.clock.now());
      const userIds = [...new Set([userId, ...deputies])];
      const contents = told.length > TOLD_ONE_BY_ONE ? [together(told)] : told.map(alone);
      for (const channel of channels)
        for (const content of contents) {
          const message = messageFor(String(channel.get('notificationType')), TITLES[occasion], content);
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

const INBOX = `/admin/workflow/tasks/${TASK_TYPE}/pending`;

/** Where a notice leads; the notices of a task are found by it. */
export const taskAddress = (taskId: string): string => `${INBOX}/${taskId}`;

type Held = Told & { userId: number };

/** The tasks of one holder in one process: the same deputies are told of them. */
function byHolder(tasks: readonly Told[]): Held[][] {
  const held = new Map<string, Held[]>();
  for (const { userId, ...task } of tasks) {
    if (userId === null) continue;
    const key = `${userId} ${task.processKey}`;
    held.set(key, [...(held.get(key) ?? []), { ...task, userId }]);
  }
  return [...held.values()];
}

interface Content {
  text: string;
  address: string;
}

const alone = ({ id, title }: Told): Content => ({ text: title, address: taskAddress(id) });

const together = (tasks: readonly Told[]): Content => ({
  text: `${tasks[0].title} 等 ${tasks.length} 项`,
  address: INBOX,
});

function messageFor(channelType: string, title: string, { text, address }: Content): object {
  // {{…}} in a record's title would be filled in as a variable
  const content = text.replace(/\{\{|\}\}/g, '');
  if (channelType === 'email') return { subject: `${title}：${content}`, contentType: 'text', text: content };
  return { title, content, options: { url: address, mobileUrl: address } };
}
