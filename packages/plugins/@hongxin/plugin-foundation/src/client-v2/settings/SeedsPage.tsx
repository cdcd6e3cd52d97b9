import { Alert, App, Card, Spin, Typography } from 'antd';
import React, { useCallback, useEffect, useState } from 'react';
import { useTools } from '../tools/tools';
import { requestErrorMessages } from '../requests/errors';
import { fetchPieces, reapplyPiece, type SeededPiece } from '../requests/seeds';
import { fetchDepartures, type Departure } from '../requests/departures';
import { DepartureTable } from './DepartureTable';
import { PieceTable } from './PieceTable';

const KINDS = [
  { kind: 'page', title: '页面' },
  { kind: 'workflow', title: '工作流' },
  { kind: 'role', title: '角色' },
  { kind: 'collection', title: '数据表' },
  { kind: 'brand', title: '外观' },
] as const;

/** Everything the pack has written, by kind: what was changed here, what a newer version offers. */
export default function SeedsPage() {
  const tools = useTools();
  const { t } = tools;
  const { message } = App.useApp();
  const [pieces, setPieces] = useState<SeededPiece[] | null>(null);
  const [departures, setDepartures] = useState<Departure[]>([]);
  const [problems, setProblems] = useState<string[]>([]);
  const [busy, setBusy] = useState<number | null>(null);

  const load = useCallback(async () => {
    try {
      setPieces(await fetchPieces(tools));
      setDepartures(await fetchDepartures(tools));
      setProblems([]);
    } catch (error) {
      setPieces((known) => known ?? []);
      setProblems(requestErrorMessages(error));
    }
  }, [tools]);

  useEffect(() => {
    void load();
  }, [load]);

  const reapply = async (piece: SeededPiece) => {
    setBusy(piece.id);
    try {
      await reapplyPiece(tools, piece.id);
      void message.success(t('已应用预置版本'));
      await load();
    } catch (error) {
      setProblems(requestErrorMessages(error));
    } finally {
      setBusy(null);
    }
  };

  if (pieces === null) return <Spin aria-label={t('正在读取')} style={{ display: 'block', margin: 48 }} />;
  return (
    <Card>
      <Typography.Paragraph type="secondary">
        {t(
          '系统安装时写入的内容都可以随意修改。升级时，未改动的内容跟随新版本，改动过的保持不变，由您决定是否应用新版本。',
        )}
      </Typography.Paragraph>
      {problems.map((problem) => (
        <Alert key={problem} type="error" showIcon message={problem} style={{ marginBottom: 16 }} />
      ))}
      <section aria-label={t('权限变化')} style={{ marginBottom: 24 }}>
        <Typography.Title level={5}>{t('权限变化')}</Typography.Title>
        <DepartureTable departures={departures} />
      </section>
      {KINDS.map(({ kind, title }) => {
        const ofKind = pieces.filter((piece) => piece.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} aria-label={t(title)} style={{ marginBottom: 24 }}>
            <Typography.Title level={5}>{t(title)}</Typography.Title>
            <PieceTable pieces={ofKind} busy={busy} onReapply={(piece) => void reapply(piece)} />
          </section>
        );
      })}
    </Card>
  );
}
