export { readTemplate } from './read';
export { SHEET_REASONS } from './reasons';
export { writeTemplate, type Template, type TemplateColumn } from './template';
export { readUpload, UPLOAD_MAX_MEGABYTES } from './upload';
