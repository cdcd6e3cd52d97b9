/**
 * 按区域查看 above a list of records that have an area: the reader narrows it to one, and figures of 治理总览 that open the
 * page bring theirs along.
 */
export const AREA_FILTER = 'HxAreaFilterActionModel';
