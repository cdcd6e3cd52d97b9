import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FigureAnswer, OverviewAnswer } from '../../shared/answers';
import { show } from './support';

const figure = (values: Partial<FigureAnswer> & Pick<FigureAnswer, 'key' | 'value'>): FigureAnswer => ({
  title: { zh: values.key, en: values.key },
  unit: { zh: '个', en: '' },
  isMoney: false,
  target: null,
  precision: null,
  page: null,
  isCounted: false,
  ...values,
});

const overview: OverviewAnswer = {
  area: null,
  areas: [
    { code: '370681001001', name: '锦里社区', level: 'community' },
    { code: '370681001001001', name: '7号小区', level: 'estate' },
  ],
  figures: [
    figure({ key: '楼栋党小组', value: 196, target: 245, precision: 'exact', page: '/admin/groups', isCounted: true }),
    figure({ key: '红管家', value: 360, target: 350, precision: 'over' }),
    figure({ key: '资金', value: 310_000_000, isMoney: true }),
  ],
  gaps: [
    { kind: 'unitWithoutHead', count: 4 },
    { kind: 'buildingWithoutGroup', count: 0 },
  ],
  gapsPage: '/admin/gaps',
};

it('shows figures against the programme’s, and money in yuan', async () => {
  show('HxGovernanceOverviewBlockModel', { overview: () => ({ data: overview }) });
  expect(await screen.findByText('196')).toBeInTheDocument();
  expect(screen.getByText('/ 245')).toBeInTheDocument();
  expect(screen.getByText('/ 超过 350')).toBeInTheDocument();
  expect(screen.getByText('3,100,000')).toBeInTheDocument();
  expect(screen.getByText('80%')).toBeInTheDocument();
});

it('names the gaps there are, and leads to pages', async () => {
  const { visited } = show('HxGovernanceOverviewBlockModel', { overview: () => ({ data: overview }) });
  expect(await screen.findByText('单元无单元长 4')).toBeInTheDocument();
  expect(screen.queryByText(/楼栋无党小组/)).toBeNull();
  await userEvent.click(screen.getByText('查看清单'));
  await userEvent.click(screen.getByText('196'));
  expect(visited).toEqual([
    '/admin/gaps?area=',
    '/admin/groups?area=&figure=%E6%A5%BC%E6%A0%8B%E5%85%9A%E5%B0%8F%E7%BB%84',
  ]);
});

it('asks again for the area that is chosen, and takes it along to pages', async () => {
  const { asked, visited } = show('HxGovernanceOverviewBlockModel', { overview: () => ({ data: overview }) });
  await userEvent.click(await screen.findByRole('combobox', { name: '区域' }));
  await userEvent.click(await screen.findByText('7号小区'));
  await waitFor(() => expect(asked.at(-1)).toEqual({ action: 'overview', params: { areaCode: '370681001001001' } }));
  await userEvent.click(screen.getByText('196'));
  expect(visited).toEqual(['/admin/groups?area=370681001001001&figure=%E6%A5%BC%E6%A0%8B%E5%85%9A%E5%B0%8F%E7%BB%84']);
});
