import { requestsOf } from '@hongxin/plugin-foundation/client-v2';
import { FilterOutlined, TeamOutlined } from '@ant-design/icons';
import { useFlowEngine } from '@nocobase/flow-engine';
import { type WorkflowTaskActionsProps } from '@nocobase/plugin-workflow/client-v2';
import { useRequest } from 'ahooks';
import { Badge, Button, Flex, Popover } from 'antd';
import React from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { openDelegations } from '../delegation/open-delegations';
import { BatchBar } from '../inbox/BatchBar';
import { InboxFilters } from '../inbox/InboxFilters';
import { useTasksChanged } from '../inbox/use-counts';
import { useT } from '../locale';
import { fetchChoices } from '../requests/filters';
import { filtersOf, searchWith } from './query';
import { selection, useSelection } from './selection';

/** Filters, deputies and, where tasks are ticked, several at once. */
export function CenterActions({ onlyIcon, reload }: WorkflowTaskActionsProps) {
  const { context } = useFlowEngine();
  const t = useT();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const selected = useSelection();
  const filters = filtersOf(search);
  const { data: choices } = useRequest(() => fetchChoices(requestsOf(context.api), 'mine'), {
    onError: () => undefined,
  });
  useTasksChanged(context, () => void reload?.());
  React.useEffect(() => () => selection.clear(), [pathname]);
  const content = (
    <div style={{ width: 320 }}>
      <InboxFilters
        filters={filters}
        choices={choices}
        touch
        withDue
        t={t}
        onChange={(next) => navigate(`${pathname}${searchWith(search, next)}`, { replace: true })}
      />
    </div>
  );
  return (
    <Flex gap={8} align="center" wrap>
      <BatchBar
        requests={requestsOf(context.api)}
        tasks={selected}
        t={t}
        onDone={() => {
          selection.clear();
          void reload?.();
        }}
      />
      <Popover trigger="click" placement="bottomRight" content={content}>
        <Badge dot={Object.keys(filters).length > 0}>
          <Button icon={<FilterOutlined />} aria-label={t('筛选')}>
            {onlyIcon ? null : t('筛选')}
          </Button>
        </Badge>
      </Popover>
      <Button icon={<TeamOutlined />} aria-label={t('委托办理')} onClick={() => void openDelegations(context)}>
        {onlyIcon ? null : t('委托办理')}
      </Button>
    </Flex>
  );
}
