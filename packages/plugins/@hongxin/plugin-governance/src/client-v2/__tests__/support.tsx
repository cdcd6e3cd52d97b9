/** Answers of the server, and a host that shows a block with them. */
import { render } from '@testing-library/react';
import React from 'react';
import { createContext } from '@test/client/host/flow-engine';
import { modelNamed, type ShownModel } from '@test/client/declared';
import { MODELS } from '../models';
import type { TreeNode } from '../../shared/answers';

type Answer = (params: Record<string, unknown>) => unknown;

export function node(values: Partial<TreeNode> & Pick<TreeNode, 'id' | 'name'>): TreeNode {
  return {
    parentId: null,
    level: 'streetCommittee',
    areaCode: '370681001',
    status: 'active',
    head: null,
    children: 0,
    households: 0,
    gaps: [],
    ...values,
  };
}

const shown = new Map<string, new (options: object) => ShownModel>();
beforeAll(async () => {
  for (const { name } of MODELS) shown.set(name, await modelNamed(MODELS, name));
});

/** Renders a block against answers by action; what it asked for is in `asked`, where it went in `visited`. */
export function show(name: string, answers: Record<string, Answer>) {
  const asked: { action: string; params: Record<string, unknown> }[] = [];
  const visited: string[] = [];
  const context = createContext({
    t: (text: string, options: Record<string, unknown> = {}) =>
      text.replace(/\{\{(\w+)\}\}/g, (_match, key: string) => String(options[key])),
    i18n: { language: 'zh-CN' },
    router: { navigate: (address: string) => visited.push(address) },
    api: {
      request: async ({ url, params }: { url: string; params: Record<string, unknown> }) => {
        const action = url.replace('hxGovernance:', '');
        asked.push({ action, params });
        return { data: await answers[action](params) };
      },
    },
  });
  const Model = shown.get(name);
  if (!Model) throw new Error(`no block is called ${name}`);
  const model = new Model({ context });
  render(<>{model.renderComponent()}</>);
  return { asked, visited };
}
