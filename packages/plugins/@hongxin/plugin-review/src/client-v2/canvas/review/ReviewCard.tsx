import { ClockCircleOutlined, TeamOutlined, UserOutlined, WarningOutlined } from '@ant-design/icons';
import { useFlowEngine } from '@nocobase/flow-engine';
import {
  Branch,
  NodeDefaultView,
  parseCollectionName,
  useFlowContext,
  useStyles,
  type CanvasNode,
} from '@nocobase/plugin-workflow/client-v2';
import { theme, Tooltip, Typography } from 'antd';
import React from 'react';
import { type ReviewNodeConfig } from '../../../shared/config';
import { BRANCH, OUTCOMES, type Outcome } from '../../../shared/constants';
import { translator } from '../../locale';
import { deadlineText, modeText, rulesText } from './rule-text';
import { useRuleTypes } from './rule-types';
import { useRuleWarnings } from './RuleWarnings';
import { useRuleNames } from './use-rule-names';

const BRANCH_TITLES: Readonly<Record<Outcome, string>> = { approved: '通过', returned: '退回', rejected: '驳回' };

/** Who is asked, how many must agree and until when, on the node's card. */
function Summary({ config, collection }: { config: ReviewNodeConfig; collection: string }) {
  const { context } = useFlowEngine();
  const t = translator(context);
  const assignees = config.assignees ?? [];
  const types = useRuleTypes();
  const names = useRuleNames(collection, assignees, types ?? []);
  const { warnings } = useRuleWarnings(collection, assignees);
  const { token } = theme.useToken();
  const fieldTitle = (name: string): string =>
    context.t(context.dataSourceManager.getCollection('main', collection)?.getField(name)?.title ?? name);
  const deadline = deadlineText(config, fieldTitle, t);
  const line = (icon: React.ReactNode, text: string) => (
    <div style={{ display: 'flex', gap: 6, fontSize: token.fontSizeSM, color: token.colorTextSecondary }}>
      {icon}
      <span style={{ overflowWrap: 'anywhere' }}>{text}</span>
    </div>
  );
  if (assignees.length === 0) return <Typography.Text type="warning">{t('还没有设置由谁审批')}</Typography.Text>;
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 2, marginTop: 4 }}>
      {types && line(<UserOutlined />, rulesText(assignees, types, names, t))}
      {line(<TeamOutlined />, modeText(config, t))}
      {deadline && line(<ClockCircleOutlined />, deadline)}
      {warnings.length > 0 && (
        <Tooltip title={warnings.map(({ message }) => message).join('；')}>
          <Typography.Text type="warning" style={{ fontSize: token.fontSizeSM }}>
            <WarningOutlined /> {t('有的地方按规则找不到人')}
          </Typography.Text>
        </Tooltip>
      )}
    </div>
  );
}

/** The review on the canvas: its card and a branch for each outcome. */
export function ReviewCard({ data }: { data: CanvasNode }) {
  const { context } = useFlowEngine();
  const t = translator(context);
  const { styles } = useStyles();
  const { token } = theme.useToken();
  const { workflow, nodes = [] } = useFlowContext();
  const collection =
    parseCollectionName((workflow?.config as { collection?: string } | undefined)?.collection)[1] ?? '';
  const entry = (outcome: Outcome) =>
    nodes.find(({ upstreamId, branchIndex }) => upstreamId === data.id && branchIndex === BRANCH[outcome]);
  return (
    <NodeDefaultView
      data={data}
      cardExtra={<Summary config={(data.config ?? {}) as ReviewNodeConfig} collection={collection} />}
    >
      <div className={styles.nodeSubtreeClass}>
        <div className={styles.branchBlockClass}>
          {OUTCOMES.map((outcome) => (
            <Branch
              key={outcome}
              from={data}
              entry={entry(outcome)}
              branchIndex={BRANCH[outcome]}
              end={outcome === 'approved' ? undefined : true}
              controller={<BranchTitle text={t(BRANCH_TITLES[outcome])} background={token.colorBgContainer} />}
            />
          ))}
        </div>
      </div>
    </NodeDefaultView>
  );
}

function BranchTitle({ text, background }: { text: string; background: string }) {
  return (
    <div
      style={{
        position: 'relative',
        zIndex: 1,
        marginTop: 16,
        padding: '2px 12px',
        borderRadius: 12,
        background,
        fontSize: 12,
      }}
    >
      {text}
    </div>
  );
}

export default ReviewCard;
