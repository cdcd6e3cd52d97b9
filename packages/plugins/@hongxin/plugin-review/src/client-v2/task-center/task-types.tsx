import {
  type TaskTypeOptions,
  type WorkflowTaskApiClient,
  type WorkflowTaskStatus,
} from '@nocobase/plugin-workflow/client-v2';
import { TASKS, TASK_TYPE, type Box } from '../../shared/constants';
import { type OpenTask, type TaskRow } from '../../shared/contract';
import { tExpr } from '../locale';
import { CenterActions } from './CenterActions';
import { CenterCopy, CenterDetail } from './CenterDetail';
import { CenterItem } from './CenterItem';
import { filtersOf } from './query';

/** What the host's tabs (pending, completed, all) show of each list. */
type BoxOf = (status: WorkflowTaskStatus) => Record<string, unknown>;

function taskType(
  key: string,
  title: string,
  boxOf: BoxOf,
  { Detail, read }: Opening = { Detail: CenterDetail, read: readTask },
): TaskTypeOptions {
  return {
    key,
    title: tExpr(title),
    collection: TASKS,
    action: 'mine',
    alwaysShow: true,
    useActionParams: (status, workflowKey) => ({
      ...filtersOf(window.location.search),
      ...boxOf(status),
      ...(workflowKey ? { workflowKey } : {}),
    }),
    Actions: CenterActions,
    Item: CenterItem,
    Detail,
    getPopupRecord: async (api, { params }) => ({ data: { data: await read(api, String(params.filterByTk)) } }),
  };
}

/** What opens a row, and how the row is read again when the page was opened by its address. */
interface Opening {
  Detail: TaskTypeOptions['Detail'];
  read(api: WorkflowTaskApiClient, id: string): Promise<unknown>;
}

interface Answer<T> {
  data: { data: T };
}

async function readTask(api: WorkflowTaskApiClient, id: string): Promise<unknown> {
  return ((await api.resource(TASKS).open?.({ filterByTk: id })) as Answer<OpenTask>).data.data.task;
}

/** Copies are read in lists only. */
async function readCopy(api: WorkflowTaskApiClient, id: string): Promise<unknown> {
  const answer = (await api.resource(TASKS).mine?.({ box: 'copied', pageSize: 100 })) as Answer<TaskRow[]>;
  return answer.data.data.find((copy) => copy.id === id);
}

const REVIEW_BOXES: Readonly<Record<WorkflowTaskStatus, Box[]>> = {
  pending: ['pending'],
  completed: ['done'],
  all: ['pending', 'done'],
};
const SETTLED: Readonly<Record<WorkflowTaskStatus, object>> = {
  pending: { settled: 'false' },
  completed: { settled: 'true' },
  all: {},
};

/** 待我办理, 我发起的, 抄送我的 in NocoBase's task centre. */
export const TASK_TYPES: readonly TaskTypeOptions[] = [
  taskType(TASK_TYPE, '待我办理', (status) => ({ box: REVIEW_BOXES[status].join(',') })),
  taskType(`${TASK_TYPE}Started`, '我发起的', (status) => ({ box: 'started', ...SETTLED[status] })),
  taskType(`${TASK_TYPE}Copied`, '抄送我的', (status) => ({ box: 'copied', ...SETTLED[status] }), {
    Detail: CenterCopy,
    read: readCopy,
  }),
];
