import { blockPage } from '../common/pages/block-page';

/** 覆盖缺口: what the structure still lacks, and what to do. */
export const gapsPage = blockPage('gaps', '覆盖缺口', 'AlertOutlined', 108, 'HxCoverageGapsBlockModel');
