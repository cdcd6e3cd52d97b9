import { useFlowEngine } from '@nocobase/flow-engine';
import React, { useMemo, type ComponentType, type PropsWithChildren } from 'react';
import { type Texts } from '../locale';
import { ToolsProvider } from './tools';
import { toolsOf } from './tools-of';

/** The tools of screens that stand in no block: pages of their own, pages of the settings. */
export function HostTools({ texts, children }: PropsWithChildren<{ texts: Texts }>) {
  const { context } = useFlowEngine();
  const tools = useMemo(() => toolsOf(context, texts), [context, texts]);
  return <ToolsProvider value={tools}>{children}</ToolsProvider>;
}

type Screen = ComponentType<Record<string, never>>;
type Loading = () => Promise<{ default: Screen }>;

/** What the host asks to load when somebody opens a page, with its tools around it. */
export function withTools(texts: Texts, load: Loading): Loading {
  return async () => {
    const { default: Page } = await load();
    return {
      default: () => (
        <HostTools texts={texts}>
          <Page />
        </HostTools>
      ),
    };
  };
}

/** A page at an address of its own, fetched when somebody opens it: the legacy client's router takes components only. */
export function pageOf(texts: Texts, load: Loading): Screen {
  const Page = React.lazy(withTools(texts, load));
  return function OwnPage() {
    return (
      <React.Suspense fallback={null}>
        <Page />
      </React.Suspense>
    );
  };
}
