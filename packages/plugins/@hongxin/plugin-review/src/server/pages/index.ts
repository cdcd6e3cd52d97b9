import type { PageSeed } from '@hongxin/plugin-foundation';
import { inboxPage, mobileInboxPage } from './inbox';
import { phrasesPage } from './phrases';
import { supervisionPage } from './supervision';

export const PAGES: readonly PageSeed[] = [inboxPage, supervisionPage, phrasesPage, mobileInboxPage];
