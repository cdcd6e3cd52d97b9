import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { GapRow } from '../../shared/answers';
import { show } from './support';

const rows: GapRow[] = [
  {
    kind: 'hubHouseholds',
    collection: 'hxOrganizations',
    id: '7',
    name: '1单元中心户',
    code: '37068100100100100101',
    path: '东莱街道 / 1单元',
    number: 3,
    day: null,
  },
  {
    kind: 'buildingWithoutHead',
    collection: 'hxAreas',
    id: '8',
    name: '2号楼',
    code: '370681001001001002',
    path: '东莱街道 / 2号楼',
    number: null,
    day: null,
  },
];

it('says what is missing, where, and by how much', async () => {
  show('HxCoverageGapsBlockModel', { gaps: () => ({ data: rows, meta: { count: 2 } }) });
  expect(await screen.findByText('1单元中心户（3 户）')).toBeInTheDocument();
  expect(screen.getByText('楼栋无楼长')).toBeInTheDocument();
  expect(screen.getByText('共 2 条')).toBeInTheDocument();
});

it('asks for one kind only, and the file of that kind', async () => {
  const { asked } = show('HxCoverageGapsBlockModel', {
    gaps: () => ({ data: rows, meta: { count: 2 } }),
    exportGaps: () => new Blob(['x']),
  });
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  await userEvent.click(await screen.findByRole('combobox', { name: '缺口类型' }));
  await userEvent.click(await screen.findByTitle('单元无单元长'));
  await waitFor(() =>
    expect(asked.at(-1)).toEqual({ action: 'gaps', params: { kind: 'unitWithoutHead', page: 1, pageSize: 20 } }),
  );
  await userEvent.click(screen.getByText(/导\s?出/));
  await waitFor(() => expect(asked.at(-1)).toEqual({ action: 'exportGaps', params: { kind: 'unitWithoutHead' } }));
});
