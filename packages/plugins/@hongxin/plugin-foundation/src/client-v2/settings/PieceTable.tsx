import { Button, Popconfirm, Table, Tag, Tooltip } from 'antd';
import React from 'react';
import { useTools } from '../tools/tools';
import { type PieceState, type SeededPiece } from '../requests/seeds';

const STATES: Readonly<Record<PieceState, { text: string; color?: string }>> = {
  unchanged: { text: '未改动', color: 'green' },
  edited: { text: '已修改', color: 'blue' },
  outdated: { text: '有新版本', color: 'orange' },
  removed: { text: '已删除' },
};

interface PieceTableProps {
  pieces: readonly SeededPiece[];
  /** Id of the piece being written right now. */
  busy: number | null;
  onReapply: (piece: SeededPiece) => void;
}

/** Seeded pieces with how they stand against the shipped version, and the button that puts that version back. */
export function PieceTable({ pieces, busy, onReapply }: PieceTableProps) {
  const { t } = useTools();
  const button = (piece: SeededPiece) => {
    const label =
      piece.state === 'removed' ? t('恢复') : piece.state === 'outdated' ? t('应用新版本') : t('恢复为预置版本');
    const question =
      piece.state === 'removed' ? t('按预置版本重新建立吗？') : t('您在这里所做的修改会被预置版本替换，不能撤销。');
    return (
      <Popconfirm
        title={label}
        description={question}
        okText={t('确定')}
        cancelText={t('取消')}
        onConfirm={() => onReapply(piece)}
      >
        <Button
          type="link"
          size="small"
          loading={busy === piece.id}
          disabled={busy !== null}
          aria-label={`${label} ${piece.title}`}
        >
          {label}
        </Button>
      </Popconfirm>
    );
  };
  return (
    <Table<SeededPiece>
      rowKey="id"
      size="middle"
      pagination={false}
      dataSource={[...pieces]}
      columns={[
        {
          title: t('名称'),
          dataIndex: 'title',
          render: (title: string, { key }) => <Tooltip title={key}>{t(title)}</Tooltip>,
        },
        {
          title: t('状态'),
          dataIndex: 'state',
          render: (state: PieceState) => <Tag color={STATES[state].color}>{t(STATES[state].text)}</Tag>,
        },
        {
          title: t('版本'),
          render: (_: unknown, { version, availableVersion }) => {
            if (availableVersion === null) return `${version} · ${t('不再提供')}`;
            return availableVersion > version ? `${version} → ${availableVersion}` : String(version);
          },
        },
        { title: t('写入时间'), dataIndex: 'updatedAt', render: (at: string) => new Date(at).toLocaleString() },
        {
          title: t('操作'),
          render: (_: unknown, piece) =>
            piece.state === 'unchanged' || piece.availableVersion === null ? null : button(piece),
        },
      ]}
    />
  );
}
