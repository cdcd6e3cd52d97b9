/**
 * Plugins of NocoBase that a new installation goes without: the pack needs none of them, and every page of everybody would
 * fetch and run what they bring to browsers. The plugin manager turns each on again; HX_HOST_PLUGINS=all leaves all on.
 * What an administrator builds forms, pages, charts and workflows with stays.
 */
export const UNUSED: Readonly<Record<string, string>> = {
  ai: 'needs a model service; a third of all that plugins bring to browsers',
  'api-doc': 'for developers',
  'action-custom-request': 'sends records to other systems',
  'action-duplicate': 'a copied record would carry what only a process may write',
  'block-comment': 'opinions and the history of a record are the pack’s',
  'block-iframe': 'shows pages of other systems',
  'block-tree': 'the organisation’s tree is the pack’s',
  'block-workbench': 'large; the task centre and the overviews are the pack’s',
  calendar: 'large; no page has one',
  'collection-sql': 'a table of it stands beside every scope',
  'field-markdown-vditor': 'large; no form has one',
  'field-sequence': 'numbers come from the pack’s counter, which has no gaps',
  'file-previewer-office': 'sends files to a service outside of the city',
  gantt: 'large; no page has one',
  'idp-oauth': 'lets other systems sign in with the city’s accounts',
  kanban: 'large; no page has one',
  'mcp-server': 'opens the city’s data to assistants',
  'text-copy': 'no page has one',
  'user-data-sync': 'accounts come from posts, invitations and imports',
  'workflow-cc': 'notices are the pack’s',
  'workflow-custom-action-trigger': 'records are moved by the transitions of their process',
  'workflow-javascript': 'runs code',
  'workflow-json-query': 'for answers of other systems',
  'workflow-json-variable-mapping': 'for answers of other systems',
  'workflow-mailer': 'needs a mail server',
  'workflow-manual': 'a review does what it does, and more',
  'workflow-request': 'sends records to other systems',
  'workflow-request-interceptor': 'refusals are rules',
  'workflow-response-message': 'goes with the interceptor',
  'workflow-sql': 'a query of it stands beside every scope',
};
