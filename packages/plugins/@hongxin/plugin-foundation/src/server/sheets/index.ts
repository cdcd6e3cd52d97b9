export { cellText, type CellText } from './cell-text';
export type { SheetCell, SheetRow } from './parse';
export { readTemplate } from './read';
export { SHEET_REASONS } from './reasons';
export { MAX_ROWS, readRows } from './rows';
export { writeTemplate, type Template, type TemplateColumn } from './template';
export { readUpload, UPLOAD_MAX_MEGABYTES } from './upload';
