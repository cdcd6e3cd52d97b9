import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { createContext } from '@test/client/host/flow-engine';
import { address, goTo } from '@test/client/host/router';
import { correctedAddress, narrowedAddress, pageNarrowings, placeOf } from '../narrowing/page-narrowings';
import { HxAreaFilterActionModel } from '../models/HxAreaFilterActionModel';
import type { AreaChoice, CountedFigure } from '../../shared/answers';

const AREAS: AreaChoice[] = [
  { code: '370681001', name: '东莱街道', level: 'street' },
  { code: '370681001001', name: '锦里社区', level: 'community' },
];

const FIGURES: CountedFigure[] = [
  { key: 'needsMet', title: { zh: '办结需求', en: 'Needs met' }, collection: 'hxNeeds', filter: { state: 'closed' } },
];

const answering = (areas: AreaChoice[]) => ({
  request: jest.fn(async () => ({ data: { data: { areas, figures: FIGURES } } })),
});

/** A list with the filter above it, as the host sets them up; `narrowed` is what it asked the server for. */
function list(collection: string, areas: AreaChoice[] = AREAS, api = answering(areas)) {
  const groups: Record<string, unknown> = {};
  const narrowed: unknown[] = [];
  const resource = {
    addFilterGroup: (key: string, filter: unknown) => void (groups[key] = filter),
    removeFilterGroup: (key: string) => void delete groups[key],
    setPage: () => undefined,
    refresh: async () => {
      narrowed.push(Object.values(groups));
      redraw();
    },
  };
  /** The host takes down what is above a list while it is being read. */
  let redraw = (): void => undefined;
  const active: boolean[] = [];
  const context = createContext({
    t: (text: string, values: Record<string, unknown> = {}) =>
      text.replace(/\{\{(\w+)\}\}/g, (_match, key: string) => String(values[key])),
    location: { ...address },
    blockModel: {
      collection: { name: collection },
      resource,
      setFilterActive: (_: string, is: boolean) => active.push(is),
    },
    api,
  });
  const model = new (HxAreaFilterActionModel as unknown as new (options: object) => HxAreaFilterActionModel)({
    context,
  });
  (model as unknown as { onInit(options: object): void }).onInit({});
  function Drawn(): React.ReactElement {
    const [drawn, setDrawn] = useState(0);
    redraw = () => setDrawn((before) => before + 1);
    return <React.Fragment key={drawn}>{model.render()}</React.Fragment>;
  }
  const show = () => render(<Drawn />);
  return { groups: () => Object.values(groups), narrowed, active, request: api.request, show };
}

const held = (column: string, from: string, to: string) => ({ $and: [{ [column]: { $gte: from, $lt: to } }] });

beforeEach(() => goTo('/admin/none'));

it('narrows a list to the area the address names before it is read', () => {
  goTo('/admin/needs/tab/all?area=370681001');
  const { groups, active, narrowed } = list('hxNeeds');
  expect(groups()).toEqual([held('areaCode', '370681001', '370681002')]);
  expect(active).toEqual([true]);
  expect(narrowed).toEqual([]);
});

it('takes the digits of an area for a list of areas themselves', () => {
  goTo('/admin/areas?area=370681001');
  expect(list('hxAreas').groups()).toEqual([held('code', '370681001', '370681002')]);
});

it('reads the list again for the area that is chosen, and for all when it is cleared', async () => {
  goTo('/admin/posts');
  const { narrowed, show } = list('hxServicePosts');
  const { container } = show();
  await userEvent.click(await screen.findByRole('combobox', { name: '区域' }));
  await userEvent.click(await screen.findByText('锦里社区'));
  await waitFor(() => expect(narrowed).toEqual([[held('areaCode', '370681001001', '370681001002')]]));
  await userEvent.click(container.querySelector('.ant-select-clear') as Element);
  await waitFor(() => expect(narrowed.at(-1)).toEqual([]));
});

it('follows an address that names another area while the page stays open, and keeps it true', async () => {
  goTo('/admin/projects?area=370681001');
  const { narrowed, show } = list('hxCoProjects');
  show();
  expect(await screen.findByText('东莱街道')).toBeInTheDocument();
  goTo('/admin/projects/tab/all?area=370681001001');
  await waitFor(() => expect(narrowed).toEqual([[held('areaCode', '370681001001', '370681001002')]]));
  await userEvent.click(screen.getByRole('combobox', { name: '区域' }));
  await userEvent.click((await screen.findAllByText('东莱街道')).at(-1) as Element);
  await waitFor(() => expect(address.search).toBe('?area=370681001'));
});

it('has one choice for all lists of a page, and another for another page', () => {
  goTo('/admin/records/tab/one?area=370681001');
  list('hxServiceRecords');
  goTo('/admin/records/tab/two');
  expect(list('hxServiceRecords').groups()).toHaveLength(1);
  goTo('/admin/others');
  expect(list('hxClaims').groups()).toEqual([]);
});

it('is not in sight where there is one area only', async () => {
  goTo('/admin/single');
  const { request, show } = list('hxNeeds', AREAS.slice(1));
  show();
  await waitFor(() => expect(request).toHaveBeenCalled());
  expect(screen.queryByRole('combobox')).toBeNull();
});

it('shows what a figure counted, until that is taken away or another tab is opened', async () => {
  goTo('/admin/met/tab/all?area=&figure=needsMet');
  const { narrowed, show } = list('hxNeeds', []);
  show();
  await waitFor(() => expect(narrowed).toEqual([[{ $and: [{ state: 'closed' }] }]]));
  expect(await screen.findByText('仅看：办结需求')).toBeInTheDocument();
  await userEvent.click(screen.getByLabelText(/close/i));
  await waitFor(() => expect(narrowed.at(-1)).toEqual([]));
  expect(address.search).toBe('?area=');
  goTo('/admin/met/tab/all?figure=needsMet');
  await waitFor(() => expect(screen.getByText('仅看：办结需求')).toBeInTheDocument());
  goTo('/admin/met/tab/all/view/popup');
  expect(pageNarrowings.of('met').figure).toBe('needsMet');
  goTo('/admin/met/tab/other');
  await waitFor(() => expect(pageNarrowings.of('met').figure).toBeNull());
});

it('is read once for a figure, and at once as the figure has it where figures are known', async () => {
  goTo('/admin/direct/tab/all?area=370681001&figure=needsMet');
  const api = answering(AREAS);
  const both = [{ $and: [{ state: 'closed' }, { areaCode: { $gte: '370681001', $lt: '370681002' } }] }];
  const first = list('hxNeeds', AREAS, api);
  expect(first.groups()).toEqual([held('areaCode', '370681001', '370681002')]);
  first.show();
  await screen.findByText('仅看：办结需求');
  await new Promise((resolve) => setTimeout(resolve, 200)); // long enough for many more, had it gone on
  expect(first.narrowed).toEqual([both]);
  expect(list('hxNeeds', AREAS, api).groups()).toEqual(both);
  expect(api.request).toHaveBeenCalledTimes(1);
});

it('leaves a list of other records than the figure counted as it is', async () => {
  goTo('/admin/mixed?figure=needsMet');
  const { narrowed, request, show } = list('hxCoProjects');
  show();
  await waitFor(() => expect(request).toHaveBeenCalled());
  expect(narrowed).toEqual([]);
  expect(screen.queryByText('仅看：办结需求')).toBeNull();
});

it('takes what is no area for none', () => {
  pageNarrowings.follow({ pathname: '/admin/odd', search: '?area=370681001' });
  pageNarrowings.follow({ pathname: '/admin/odd', search: '?area=everything' });
  expect(pageNarrowings.of('odd').areaCode).toBeNull();
});

it('knows page and tab in addresses of both runtimes, and writes addresses', () => {
  expect(placeOf('/v/admin/p1/tab/t1/view/x')).toEqual({ page: 'p1', tab: 't1' });
  expect(placeOf('/admin/p1')).toEqual({ page: 'p1', tab: '' });
  expect(placeOf('/v/mobile/p2').page).toBe('p2');
  expect(narrowedAddress('/admin/p1', { areaCode: null, figure: null })).toBe('/admin/p1?area=');
  expect(narrowedAddress('/admin/p1?x=1', { areaCode: '370681', figure: 'a' })).toBe(
    '/admin/p1?x=1&area=370681&figure=a',
  );
  const chosen = { areaCode: '370681', figure: null };
  expect(correctedAddress({ pathname: '/admin/p1', search: '?x=1' }, chosen)).toBeNull();
  expect(correctedAddress({ pathname: '/admin/p1', search: '?area=&figure=a' }, chosen)).toBe('/admin/p1?area=370681');
});
