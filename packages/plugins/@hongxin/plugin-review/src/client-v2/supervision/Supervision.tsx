import {
  isPhone,
  ReasonList,
  requestErrorMessages,
  requestFailure,
  saveFile,
  requestsOf,
} from '@hongxin/plugin-foundation/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { Button, Checkbox, Empty, Flex, Pagination, Select, Statistic, theme, Typography } from 'antd';
import React from 'react';
import { type SupervisionRow } from '../../shared/contract';
import { translator } from '../locale';
import { fetchChoices } from '../requests/filters';
import { fetchExport, fetchFigures, fetchSupervision, type SupervisionQuery } from '../requests/supervision';
import { urge } from '../requests/tasks';
import { FiguresTable } from './FiguresTable';
import { SupervisionCards, SupervisionTable } from './SupervisionTable';

export interface SupervisionProps {
  context: FlowContext;
  showFigures: boolean;
  showHolders: boolean;
  pageSize: number;
}

/** 督办: what waits where and how long, overdue first; for managing the work. */
export function Supervision({ context, showFigures, showHolders, pageSize }: SupervisionProps) {
  const { message } = context;
  const requests = React.useMemo(() => requestsOf(context.api), [context.api]);
  const { token } = theme.useToken();
  const t = translator(context);
  const touch = isPhone(context);
  const [query, setQuery] = React.useState<SupervisionQuery>({});
  const [page, setPage] = React.useState(1);
  const [urging, setUrging] = React.useState<string>();
  const [exporting, setExporting] = React.useState(false);
  const quiet = { onError: () => undefined }; // shown below
  const { data: choices } = useRequest(() => fetchChoices(requests, 'supervision'), quiet);
  const list = useRequest(() => fetchSupervision(requests, query, page, pageSize), {
    refreshDeps: [query, page],
    ...quiet,
  });
  const figures = useRequest(() => fetchFigures(requests, query), { refreshDeps: [query], ...quiet });
  const error: unknown = list.error ?? figures.error;
  const change = (next: SupervisionQuery): void => {
    setQuery(next);
    setPage(1);
  };
  const processName = (key: string | null): string =>
    choices?.processes.find(({ value }) => value === key)?.label ?? key ?? '—';
  const remind = async ({ id }: SupervisionRow): Promise<void> => {
    setUrging(id);
    try {
      await urge(requests, id);
      message.success(t('已催办'));
    } catch (failure) {
      message.error(requestErrorMessages(failure).join('；'));
    } finally {
      setUrging(undefined);
      list.refresh();
    }
  };
  const download = async (): Promise<void> => {
    setExporting(true);
    try {
      saveFile(await fetchExport(requests, query), `${t('督办清单')}.xlsx`);
    } catch (failure) {
      message.error(requestErrorMessages(failure).join('；'));
    } finally {
      setExporting(false);
    }
  };
  const rows = list.data?.rows ?? [];
  const shared = {
    rows,
    loading: list.loading,
    showHolders,
    urging,
    t,
    onUrge: (task: SupervisionRow) => void remind(task),
  };
  const width = (pixels: number) => (touch ? { flex: '1 1 40%', minWidth: 0 } : { width: pixels });
  return (
    <div>
      {error !== undefined && <ReasonList title={t('没有读到督办情况')} reasons={requestFailure(error).reasons} />}
      <Flex gap="12px 40px" wrap align="flex-end" style={{ marginBottom: 16 }}>
        <Statistic title={t('等待办理')} value={figures.data?.pending ?? '—'} />
        <Statistic
          title={t('其中超期')}
          value={figures.data?.overdue ?? '—'}
          valueStyle={figures.data?.overdue ? { color: token.colorError } : undefined}
        />
        <Flex gap={8} wrap align="center" style={touch ? { width: '100%' } : { marginInlineStart: 'auto' }}>
          <Select
            allowClear
            style={width(160)}
            placeholder={t('全部流程')}
            aria-label={t('流程')}
            options={choices?.processes}
            onChange={(process?: string) => change({ ...query, process })}
          />
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            style={width(200)}
            placeholder={t('全部区域')}
            aria-label={t('区域')}
            options={choices?.areas}
            onChange={(areaCode?: string) => change({ ...query, areaCode })}
          />
          <Checkbox
            checked={query.overdue ?? false}
            onChange={({ target }) => change({ ...query, overdue: target.checked })}
          >
            {t('只看超期')}
          </Checkbox>
          <Button loading={exporting} onClick={() => void download()}>
            {t('导出')}
          </Button>
        </Flex>
      </Flex>
      {touch && rows.length > 0 ? (
        <SupervisionCards {...shared} />
      ) : touch ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('没有等待办理的事项')} />
      ) : (
        <SupervisionTable {...shared} />
      )}
      <Pagination
        simple={touch}
        hideOnSinglePage
        align="end"
        style={{ marginTop: 12 }}
        current={page}
        pageSize={pageSize}
        total={list.data?.count ?? 0}
        showSizeChanger={false}
        onChange={setPage}
      />
      {showFigures && (figures.data?.steps.length ?? 0) > 0 && (
        <section aria-label={t('各环节用时')} style={{ marginTop: 24 }}>
          <Typography.Title level={5}>{t('各环节用时')}</Typography.Title>
          <Typography.Paragraph type="secondary">
            {t('时间按工作时间计算，用于改进流程，不用于给个人排名。')}
          </Typography.Paragraph>
          <FiguresTable steps={figures.data?.steps ?? []} processName={processName} t={t} />
        </section>
      )}
    </div>
  );
}
