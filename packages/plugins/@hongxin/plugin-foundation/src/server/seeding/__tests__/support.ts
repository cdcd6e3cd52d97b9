import type { Model } from '@nocobase/database';
import { app, type Client } from '@test/server/harness';
import type { PageSeed, WorkflowSeed } from '../../domain';
import type PluginFoundation from '../../plugin';
import type { Piece } from '../pieces';

export const PLUGIN = 'test-seeds';

/** A page with one paragraph: enough to be edited, and quick for NocoBase to build. */
export function page(key: string, values: Partial<PageSeed> & { text?: string } = {}): PageSeed {
  const { text = '第一版', ...rest } = values;
  return {
    key: `test/${key}`,
    version: 1,
    layout: 'desktop',
    roles: ['hx-official'],
    group: { title: '预置测试', icon: 'HeartOutlined' },
    item: { title: `页面${key}`, icon: 'FileOutlined' },
    sort: 900,
    blueprint: {
      tabs: [{ key: 'main', title: '内容', blocks: [{ key: 'text', type: 'markdown', settings: { content: text } }] }],
    },
    ...rest,
  };
}

export const foundation = () => app().pm.get('@hongxin/plugin-foundation') as PluginFoundation;

/** What a domain plugin does in its install and upgrade. */
export const apply = (pages: PageSeed[], workflows: WorkflowSeed[] = []) =>
  foundation().seeds.apply(PLUGIN, { pages, workflows });

export async function piece(administrator: Client, key: string): Promise<Piece> {
  const answer = await administrator.get<Piece[]>('hxSeeds:list');
  const found = answer.body.data.find((each) => each.key === key);
  if (!found) throw new Error(`${key} is not listed: ${JSON.stringify(answer.body)}`);
  return found;
}

interface Route {
  id: number;
  title: string;
  sort: number;
  schemaUid: string;
  parentId: number | null;
  hideInMenu: boolean;
}

export async function routes(administrator: Client, filter: Record<string, unknown>): Promise<Route[]> {
  return (await administrator.get<Route[]>('desktopRoutes:list', { filter, paginate: false, sort: 'sort' })).body.data;
}

interface Node {
  uid: string;
  use: string;
  stepParams: Record<string, Record<string, Record<string, unknown>>>;
  subModels?: Record<string, Node | Node[]>;
}

export async function routeOf(seed: PageSeed): Promise<Route> {
  const rows: Model[] = await app()
    .db.getRepository('desktopRoutes')
    .find({ filter: { type: 'flowPage' } });
  const row = rows.find(
    (each) => (each.get('options') as { hongxin?: { page?: string } } | null)?.hongxin?.page === seed.key,
  );
  if (!row) throw new Error(`no route of ${seed.key}`);
  return row.toJSON() as Route;
}

/** The grid of a page's tab, as the browser reads it. */
export async function grid(administrator: Client, seed: PageSeed, tab = 0): Promise<Node> {
  const tabs = await routes(administrator, { parentId: (await routeOf(seed)).id });
  const answer = await administrator.get<Node>('flowModels:findOne', {
    parentId: tabs[tab]?.schemaUid,
    subKey: 'grid',
    includeAsyncNode: true,
  });
  return answer.body.data;
}

export function nodes(root: Node): Node[] {
  return [
    root,
    ...Object.values(root.subModels ?? {})
      .flat()
      .flatMap(nodes),
  ];
}

/** What the UI editor does when an administrator changes the text of a block. */
export async function editText(administrator: Client, seed: PageSeed, content: string): Promise<void> {
  const block = nodes(await grid(administrator, seed)).find((node) => node.use === 'MarkdownBlockModel');
  if (!block) throw new Error('no markdown block');
  const stepParams = { ...block.stepParams, markdownBlockSettings: { editMarkdown: { content } } };
  const answer = await administrator.post('flowModels:save', { ...block, stepParams });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

export async function text(administrator: Client, seed: PageSeed): Promise<string> {
  return JSON.stringify(await grid(administrator, seed));
}
