import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import type { ImportPreview, ImportRequests } from '../requests/sheets';
import { ImportDialog } from '../sheets/ImportDialog';

const PREVIEW: ImportPreview = {
  counts: { created: 1, changed: 1, unchanged: 3, refused: 0 },
  created: [{ row: 6, label: '新单位' }],
  changed: [{ row: 2, label: '市档案馆', cells: [{ title: '地址', from: '', to: '新址1号' }] }],
  refused: [],
  listed: 5000,
  basis: { 2: 'abc', 6: 'new' },
};
const t = (text: string, values: Record<string, unknown> = {}) =>
  text.replace(/{{(\w+)}}/g, (_match, name: string) => String(values[name]));

function open(preview: ImportPreview, phone = false) {
  const requests: jest.Mocked<ImportRequests> = {
    template: jest.fn(async () => new Blob()),
    check: jest.fn(async (_file: File) => preview),
    write: jest.fn(async (_file: File, _basis: ImportPreview['basis'] | null, _key: string) => ({
      created: 1,
      changed: 1,
      unchanged: 3,
    })),
  };
  const onWritten = jest.fn();
  const view = render(
    <ImportDialog requests={requests} title="单位" phone={phone} t={t} onWritten={onWritten} onClose={jest.fn()} />,
  );
  const input = view.container.ownerDocument.querySelector('input[type=file]') as HTMLInputElement;
  const choose = () => userEvent.upload(input, new File(['x'], '单位.xlsx'));
  return { requests, onWritten, choose };
}

it('shows what would change, and writes only when told to, with what the check has seen', async () => {
  const { requests, onWritten, choose } = open(PREVIEW);
  await choose();
  expect(await screen.findByText('“单位.xlsx”全部可以导入，尚未写入')).toBeInTheDocument();
  const row = within(screen.getByText('新址1号').closest('tr') as HTMLElement);
  expect(row.getByText('地址')).toBeInTheDocument();
  expect(row.getByText('（空）')).toBeInTheDocument();
  expect(requests.write).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '确认导入：新增1条，修改1条' }));
  expect(await screen.findByText('导入完成')).toBeInTheDocument();
  expect(requests.write).toHaveBeenCalledWith(expect.any(File), PREVIEW.basis, expect.stringMatching(/^[0-9a-f]{32}$/));
  expect(onWritten).toHaveBeenCalledTimes(1);
});

it.each([false, true])(
  'offers no writing while a row is refused, and says which and why (phone: %s)',
  async (phone) => {
    const refused = [{ row: 3, title: '联系电话', message: '隐去部分内容的值与导出时不同。' }];
    const { choose } = open({ ...PREVIEW, counts: { ...PREVIEW.counts, refused: 1 }, refused }, phone);
    await choose();
    expect(await screen.findByText('隐去部分内容的值与导出时不同。')).toBeInTheDocument();
    expect(screen.getByText('联系电话')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /确认导入/ })).toBeNull();
    expect(screen.getByRole('button', { name: '下载问题清单' })).toBeInTheDocument();
  },
);
