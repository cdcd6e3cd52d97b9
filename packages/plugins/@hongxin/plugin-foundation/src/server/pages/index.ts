import type { PageSeed } from '../domain';
import { dataRequestsPage } from './data-requests';
import { mobileMyDataPage, myDataPage } from './my-data';
import { tracePage } from './trace';

/** Pages of the menu group 安全与隐私, and 我的数据 on the phone. */
export const PAGES: readonly PageSeed[] = [tracePage, dataRequestsPage, myDataPage, mobileMyDataPage];
