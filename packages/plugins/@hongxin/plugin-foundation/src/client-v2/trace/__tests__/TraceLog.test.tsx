import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { inTools } from '@test/client/in-tools';
import { TraceLog } from '../TraceLog';

jest.setTimeout(60_000);
const LINE = {
  id: '1',
  at: '2026-05-01T00:00:00Z',
  collection: 'hxMemberRegistrations',
  collectionTitle: '党员报到',
  recordId: '42',
  transition: 'accept',
  label: '接收报到',
  from: '已提交',
  to: '社区已接收',
  actorName: '姜丽华',
  opinion: '欢迎',
  fields: ['联系电话'],
  details: { rows: 3 },
};
const VERIFICATION = {
  ok: true,
  events: 5,
  waiting: 0,
  checkedAt: LINE.at,
  chains: { a: {}, b: {} },
  problemCount: 0,
  problems: [],
};

function show(verification: object = VERIFICATION) {
  const asked: Record<string, unknown>[] = [];
  const request = async ({ url, params }: { url: string; params?: Record<string, unknown> }) => {
    if (url === 'hxTrace:options') return { data: { data: { collections: [], transitions: [] } } };
    if (url === 'hxTrace:verify') return { data: { data: verification } };
    asked.push(params ?? {});
    return { data: { data: [LINE], meta: { count: 1 } } };
  };
  render(inTools({ api: { request } }, <TraceLog />));
  return asked;
}

it('shows who did what to which record, and asks again for what the filter says', async () => {
  const asked = show();
  for (const text of ['姜丽华', '接收报到', '党员报到', '已提交 → 社区已接收', '欢迎'])
    expect(await screen.findByText(text)).toBeInTheDocument();
  expect(screen.getByText(/字段：联系电话 · 行数: 3/)).toBeInTheDocument();
  await userEvent.type(screen.getByPlaceholderText('操作人'), ' 姜 ');
  await userEvent.click(screen.getByText(/^查\s*询$/));
  await waitFor(() => expect(asked[asked.length - 1]).toEqual({ actor: '姜', page: 1, pageSize: 20 }));
});

it('says that the log is whole, or where it is not', async () => {
  show({
    ...VERIFICATION,
    ok: false,
    problemCount: 1,
    problems: [{ kind: 'altered', collectionName: 'hxPosts', eventId: '8', sequence: 3 }],
  });
  await userEvent.click(screen.getByText('核验完整性'));
  expect(await screen.findByText(/核验未通过：发现1处异常/)).toBeInTheDocument();
  expect(screen.getByText('内容被改动')).toBeInTheDocument();
});
