/** Field definitions of NocoBase in few words, for the collections of domain plugins. */
export * from './area';
export * from './columns';
export { localized } from './localized';
export { byServer, closed, marked, marksOf, type FieldMarks } from './marks';
export * from './relations';
export { stateField } from './state';
