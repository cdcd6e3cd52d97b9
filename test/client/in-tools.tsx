import React, { type ReactNode } from 'react';
import { textsOf } from '../../packages/plugins/@hongxin/plugin-foundation/src/client-v2/locale';
import { ToolsProvider } from '../../packages/plugins/@hongxin/plugin-foundation/src/client-v2/tools/tools';
import { toolsOf } from '../../packages/plugins/@hongxin/plugin-foundation/src/client-v2/tools/tools-of';
import { createContext } from './host/flow-engine';

/** Texts as they are written, filled in. */
export const fillIn = (text: string, values: Record<string, unknown> = {}): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => String(values[name]));

/** A screen with its tools around it; `host` is what they are made of, such as `{ api: { request } }`. */
export function inTools(host: object, screen: ReactNode): React.ReactElement {
  const tools = toolsOf(createContext({ t: fillIn, ...host }), textsOf('tests'));
  return <ToolsProvider value={tools}>{screen}</ToolsProvider>;
}
