import type { OwnAction } from '@hongxin/plugin-foundation';

/**
 * 按区域查看 above a list of records that have an area: the reader narrows it to one, and figures of 治理总览 that open the
 * page bring theirs along.
 */
export const AREA_FILTER = 'HxAreaFilterActionModel';

/** @param block key of the list in the blueprint */
export const areaFilter = (block: string): OwnAction => ({ block, place: 'collection', use: AREA_FILTER });
