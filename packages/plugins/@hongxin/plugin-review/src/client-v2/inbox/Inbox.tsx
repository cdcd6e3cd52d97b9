import {
  isPhone,
  ReasonList,
  requestErrorMessages,
  requestFailure,
  requestsOf,
} from '@hongxin/plugin-foundation/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { Badge, Button, Empty, Flex, Pagination, Segmented, Spin } from 'antd';
import React from 'react';
import { BOXES, type Box } from '../../shared/constants';
import { type TaskRow } from '../../shared/contract';
import { openDecideScreen } from '../decide/open-decide-screen';
import { openDelegations } from '../delegation/open-delegations';
import { translator } from '../locale';
import { fetchChoices } from '../requests/filters';
import { fetchMine } from '../requests/tasks';
import { openCopy } from '../timeline/open-copy';
import { BatchBar } from './BatchBar';
import { InboxFilters, type Filters } from './InboxFilters';
import { TaskCard } from './TaskCard';
import { TaskTable } from './TaskTable';
import { useCounts, useTasksChanged } from './use-counts';

const TITLES: Readonly<Record<Box, string>> = {
  pending: '待办',
  done: '已办',
  started: '我发起的',
  copied: '抄送我的',
};
const NOTHING: Readonly<Record<Box, string>> = {
  pending: '没有待办事项',
  done: '还没有办理过事项',
  started: '没有您发起的事项',
  copied: '没有抄送给您的事项',
};

export interface InboxProps {
  context: FlowContext;
  boxes?: readonly Box[];
  pageSize?: number;
}

/** As many on a page as one wants to decide at once. */
const sizes = (first: number): number[] => [...new Set([first, 50, 100, 500])].sort((one, other) => one - other);

/** What waits for the user, what they have done, what they started and what they were told of. */
export function Inbox({ context, boxes = BOXES, pageSize: firstSize = 20 }: InboxProps) {
  const requests = React.useMemo(() => requestsOf(context.api), [context.api]);
  const t = translator(context);
  const touch = isPhone(context);
  const [box, setBox] = React.useState<Box>(boxes[0] ?? 'pending');
  const [filters, setFilters] = React.useState<Filters>({});
  const [page, setPage] = React.useState(1);
  const [pageSize, setPageSize] = React.useState(firstSize);
  const [selected, setSelected] = React.useState<string[]>([]);
  const counts = useCounts(context);
  const { data: choices } = useRequest(() => fetchChoices(requests, 'mine'), { onError: () => undefined });
  const { data, error, loading, refresh } = useRequest(() => fetchMine(requests, { box, ...filters, page, pageSize }), {
    refreshDeps: [box, filters, page, pageSize],
    onError: () => undefined, // shown below
  });
  useTasksChanged(context, refresh);

  const rows = data?.rows ?? [];
  const chosen = rows.filter(({ id, canBatch }) => canBatch && selected.includes(id));
  const turnTo = (next: { box?: Box; filters?: Filters }): void => {
    if (next.box) setBox(next.box);
    if (next.filters) setFilters(next.filters);
    setPage(1);
    setSelected([]);
  };
  const open = (task: TaskRow): void => {
    const closed =
      box === 'copied' ? openCopy(context, task) : openDecideScreen(context, { id: task.id, title: task.stepTitle });
    closed.catch((failure: unknown) => context.message.error(requestErrorMessages(failure).join('；')));
  };
  const label = (name: Box) => {
    const count = name === 'pending' ? counts?.pending : name === 'copied' ? counts?.copied : undefined;
    return (
      <span>
        {t(TITLES[name])}{' '}
        {count ? <Badge size="small" count={count} color={name === 'pending' ? undefined : '#8c8c8c'} /> : null}
      </span>
    );
  };

  return (
    <div>
      <Flex justify="space-between" gap={8} wrap style={{ marginBottom: 12 }}>
        {boxes.length > 1 && (
          <Segmented<Box>
            block={touch}
            style={touch ? { width: '100%' } : undefined}
            value={box}
            onChange={(next) => turnTo({ box: next })}
            options={boxes.map((name) => ({ value: name, label: label(name) }))}
          />
        )}
        {!touch && <Button onClick={() => void openDelegations(context)}>{t('委托办理')}</Button>}
      </Flex>
      <InboxFilters
        filters={filters}
        choices={choices}
        touch={touch}
        withDue={box === 'pending'}
        t={t}
        onChange={(next) => turnTo({ filters: next })}
      />
      {error !== undefined && <ReasonList title={t('没有读到待办')} reasons={requestFailure(error).reasons} />}
      {box === 'pending' && (
        <BatchBar
          requests={requests}
          tasks={chosen}
          t={t}
          onDone={() => {
            setSelected([]);
            refresh();
          }}
        />
      )}
      {rows.length === 0 && !loading && error === undefined ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(NOTHING[box])} style={{ padding: 32 }} />
      ) : touch ? (
        <Spin spinning={loading && rows.length === 0}>
          <Flex vertical gap={10}>
            {rows.map((task) => (
              <TaskCard
                key={task.id}
                task={task}
                t={t}
                onOpen={() => open(task)}
                selection={
                  box === 'pending' && task.canBatch
                    ? {
                        checked: selected.includes(task.id),
                        onChange: (checked) =>
                          setSelected((before) =>
                            checked ? [...before, task.id] : before.filter((id) => id !== task.id),
                          ),
                      }
                    : undefined
                }
              />
            ))}
          </Flex>
        </Spin>
      ) : (
        <TaskTable {...{ rows, box, loading, t, selected }} onSelect={setSelected} onOpen={open} />
      )}
      <Flex justify="space-between" align="center" style={{ marginTop: 12 }}>
        {touch ? (
          <Button type="link" style={{ paddingInline: 0 }} onClick={() => void openDelegations(context)}>
            {t('委托办理')}
          </Button>
        ) : (
          <span />
        )}
        <Pagination
          simple={touch}
          current={page}
          pageSize={pageSize}
          total={data?.count ?? 0}
          hideOnSinglePage={(data?.count ?? 0) <= firstSize}
          showSizeChanger={!touch}
          pageSizeOptions={sizes(firstSize)}
          onChange={(nextPage, size) => {
            setPage(size === pageSize ? nextPage : 1);
            setPageSize(size);
          }}
        />
      </Flex>
    </div>
  );
}
