import { type Plugin } from '@nocobase/client-v2';
import { NAMESPACE } from '../constants';
import { texts } from '../locale';
import { withTools } from '../tools/HostTools';

/** The pack's entry in the plugin settings; other plugins add their tabs to it. */
export const SETTINGS_MENU = 'hongxin';
/** Same name as on the server, see seeding/endpoints.ts. */
const SEEDS_SNIPPET = 'pm.hongxin.seeds';
/** Same name as on the server, see privacy/index.ts. */
const PRIVACY_SNIPPET = 'pm.hongxin.privacy';
/** Same name as on the server, see settings/forms-endpoint.ts. */
const SETTINGS_SNIPPET = 'pm.hongxin.settings';
const WELCOME_SNIPPET = 'pm.system-settings.system-settings';

/** Adds the pack's pages to the plugin settings, in `/v/` (menu and tabs) and in `/admin` (names with dots). */
export function registerSettingsPages(plugin: Plugin): void {
  const manager = plugin.pluginSettingsManager;
  const t = (text: string) => plugin.t(text, { ns: NAMESPACE });
  const pages = [
    {
      key: 'seeds',
      title: t('预置内容'),
      aclSnippet: SEEDS_SNIPPET,
      sort: 10,
      componentLoader: withTools(texts, () => import('./SeedsPage')),
    },
    {
      key: 'rules',
      title: t('业务设置'),
      aclSnippet: SETTINGS_SNIPPET,
      sort: 15,
      componentLoader: withTools(texts, () => import('./RulesPage')),
    },
    {
      key: 'sign-in',
      title: t('登录页'),
      aclSnippet: WELCOME_SNIPPET,
      sort: 20,
      componentLoader: withTools(texts, () => import('./SignInPage')),
    },
    {
      key: 'privacy',
      title: t('安全与隐私'),
      aclSnippet: PRIVACY_SNIPPET,
      sort: 30,
      componentLoader: withTools(texts, () => import('./PrivacyPage')),
    },
  ];
  const menu = { title: t('红心善治'), icon: 'HeartOutlined', aclSnippet: SEEDS_SNIPPET };
  if (manager.addMenuItem && manager.addPageTabItem) {
    manager.addMenuItem({ key: SETTINGS_MENU, ...menu });
    for (const page of pages) manager.addPageTabItem({ menuKey: SETTINGS_MENU, ...page });
    manager.setPluginSettingsLink?.(NAMESPACE, SETTINGS_MENU);
    return;
  }
  manager.add?.(SETTINGS_MENU, menu);
  for (const { key, ...page } of pages) manager.add?.(`${SETTINGS_MENU}.${key}`, page);
}
