import { useFlowEngine, type APIClientLike } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { ConfigProvider, type ThemeConfig } from 'antd';
import React, { type PropsWithChildren } from 'react';

interface Theme {
  default?: boolean;
  config?: { token?: ThemeConfig['token'] } | null;
}

async function defaultToken(api: APIClientLike): Promise<ThemeConfig['token']> {
  const params = { sort: 'id', paginate: false };
  const { data } = await api.request<{ data: Theme[] }>({ url: 'themeConfig:list', params, skipNotify: true });
  return data.data.find((theme) => theme.default)?.config?.token;
}

/**
 * The city's colours on pages without an account: NocoBase's theme editor applies its themes for signed-in users only.
 * Sizes stay as they are; a page opens in NocoBase's colours when the themes cannot be read.
 */
export function HouseTheme({ children }: PropsWithChildren) {
  const { api } = useFlowEngine().context;
  const { data: token } = useRequest(() => defaultToken(api), { onError: () => undefined });
  // with a theme from the first moment on: one that came later would draw what is inside anew, and what was typed is lost
  return <ConfigProvider theme={{ token }}>{children}</ConfigProvider>;
}
