import type { PageSeed } from '@hongxin/plugin-foundation';
import { myServicePage, openPostsPage } from './my-service';
import { servicePostsPage } from './service-posts';
import { serviceRecordsPage, verifyMobilePage } from './service-records';

export const SERVICE_PAGES: readonly PageSeed[] = [
  openPostsPage,
  myServicePage,
  servicePostsPage,
  serviceRecordsPage,
  verifyMobilePage,
];
