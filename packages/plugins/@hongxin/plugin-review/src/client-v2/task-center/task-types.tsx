import { type TaskTypeOptions, type WorkflowTaskStatus } from '@nocobase/plugin-workflow/client-v2';
import { TASKS, TASK_TYPE, type Box } from '../../shared/constants';
import { tExpr } from '../locale';
import { CenterActions } from './CenterActions';
import { CenterDetail } from './CenterDetail';
import { CenterItem } from './CenterItem';
import { filtersOf } from './query';

/** What the host's tabs (pending, completed, all) show of each list. */
type BoxOf = (status: WorkflowTaskStatus) => Record<string, unknown>;

function taskType(key: string, title: string, boxOf: BoxOf): TaskTypeOptions {
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
    Detail: CenterDetail,
    getPopupRecord: (api, { params }) => Promise.resolve(api.resource(TASKS).open?.(params)).then(rowOf),
  };
}

/** The host expects the row of the list. */
function rowOf(response: unknown): unknown {
  const { data } = response as { data: { data: { task: unknown } } };
  return { data: { data: data.data.task } };
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
  taskType(`${TASK_TYPE}Copied`, '抄送我的', (status) => ({ box: 'copied', ...SETTLED[status] })),
];
