import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FactsAnswer } from '../../shared/answers';
import { node, show } from './support';

const street = node({ id: '1', name: '东莱街道党工委', children: 2, head: '王书记' });
const other = node({ id: '9', name: '龙港街道党工委', children: 0 });
const community = node({
  id: '2',
  parentId: '1',
  name: '锦里社区党委',
  level: 'communityCommittee',
  children: 1,
  gaps: [{ kind: 'unitWithoutHead', count: 3 }],
});
const branch = node({ id: '3', parentId: '2', name: '锦里7号小区党支部', level: 'estateBranch' });

const facts: FactsAnswer = {
  id: '2',
  name: '锦里社区党委',
  level: 'communityCommittee',
  formation: 'single',
  areaCode: '370681001001',
  establishedOn: '2021-07-01',
  memberCount: 86,
  status: 'active',
  brand: null,
  parent: '东莱街道党工委',
  households: 0,
  path: '东莱街道 / 锦里社区',
  covered: [],
  householdsWarning: false,
  current: [{ id: '5', title: '社区党委书记', person: '李书记', startsOn: '2024-01-01', endsOn: null, isHead: true }],
  past: [
    { id: '4', title: '社区党委书记', person: '赵书记', startsOn: '2020-01-01', endsOn: '2023-12-31', isHead: true },
  ],
};

const answers = {
  tree: (params: Record<string, unknown>) => {
    if (params.search)
      return {
        data: {
          hits: [
            { id: '3', name: branch.name, level: 'estateBranch', path: '东莱街道 / 锦里社区', trail: ['1', '2', '3'] },
          ],
        },
      };
    const below: Record<string, unknown[]> = { '1': [community], '2': [branch] };
    return { data: { nodes: params.parentId ? below[String(params.parentId)] : [street, other] } };
  },
  facts: () => ({ data: facts }),
};

it('asks for one level at a time, as it is opened', async () => {
  const { asked } = show('HxOrganizationTreeBlockModel', answers);
  await screen.findByText('东莱街道党工委');
  expect(asked).toEqual([{ action: 'tree', params: {} }]);
  expect(screen.queryByText('锦里社区党委')).toBeNull();
  await userEvent.click(document.querySelectorAll('.ant-tree-switcher')[0]);
  await screen.findByText('锦里社区党委');
  expect(asked.slice(1)).toEqual([{ action: 'tree', params: { parentId: '1' } }]);
});

it('marks a missing head and gaps in words, not by colour alone', async () => {
  show('HxOrganizationTreeBlockModel', answers);
  await screen.findByText('龙港街道党工委');
  expect(screen.getAllByText('负责人暂缺')).toHaveLength(1);
  expect(screen.getByText('王书记')).toBeInTheDocument();
  await userEvent.click(document.querySelectorAll('.ant-tree-switcher')[0]);
  expect(await screen.findByText('缺口 3')).toBeInTheDocument();
});

it('shows who heads an organisation, its terms and where it is', async () => {
  show('HxOrganizationTreeBlockModel', answers);
  await userEvent.click(await screen.findByText('东莱街道党工委'));
  expect(await screen.findByText('李书记')).toBeInTheDocument();
  expect(screen.getByText('东莱街道 / 锦里社区')).toBeInTheDocument();
  expect(screen.getByText('赵书记 · 社区党委书记')).toBeInTheDocument();
});

it('finds an organisation and unfolds the tree down to it', async () => {
  const { asked } = show('HxOrganizationTreeBlockModel', answers);
  await userEvent.type(await screen.findByLabelText('搜索党组织'), 'jlxq');
  await waitFor(() => expect(asked.some(({ params }) => params.search === 'jlxq')).toBe(true), { timeout: 3000 });
  await userEvent.click(await screen.findByText(/estateBranch|锦里7号小区党支部/));
  await waitFor(() =>
    expect(
      asked
        .map(({ params }) => params.parentId)
        .filter(Boolean)
        .sort(),
    ).toEqual(['1', '2']),
  );
  expect(await screen.findByText('锦里社区党委')).toBeInTheDocument();
});

it('offers to try again when the server cannot be reached', async () => {
  let broken = true;
  const { asked } = show('HxOrganizationTreeBlockModel', {
    tree: (params) => {
      if (broken) throw new Error('offline');
      return answers.tree(params);
    },
  });
  const again = await screen.findByText(/重\s?试/);
  broken = false;
  await userEvent.click(again);
  expect(await screen.findByText('东莱街道党工委')).toBeInTheDocument();
  expect(asked).toHaveLength(2);
});
