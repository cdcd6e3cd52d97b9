import { useRequest } from 'ahooks';
import { ConfigProvider, type ThemeConfig } from 'antd';
import React, { type PropsWithChildren } from 'react';
import { useTools, type Requests } from '../tools/tools';

interface Theme {
  default?: boolean;
  config?: { token?: ThemeConfig['token'] } | null;
}

async function defaultToken({ request }: Requests): Promise<ThemeConfig['token']> {
  const themes = await request<Theme[]>('themeConfig:list', { params: { sort: 'id', paginate: false } });
  return themes.find((theme) => theme.default)?.config?.token;
}

/**
 * The city's colours on pages without an account: NocoBase's theme editor applies its themes for signed-in users only.
 * Sizes stay as they are; a page opens in NocoBase's colours when the themes cannot be read.
 */
export function HouseTheme({ children }: PropsWithChildren) {
  const tools = useTools();
  const { data: token } = useRequest(() => defaultToken(tools), { onError: () => undefined });
  // with a theme from the first moment on: one that came later would draw what is inside anew, and what was typed is lost
  return <ConfigProvider theme={{ token }}>{children}</ConfigProvider>;
}
