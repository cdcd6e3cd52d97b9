/** docs/permissions.md, written from the declared tables. */
import type { CollectionAccess, RoleGrant } from '@hongxin/plugin-foundation';
import { app } from '../../server/harness';
import { declarationsOf, foundation } from './places';
import { columnsOf, fieldsOf } from './values';

const REACH: Readonly<Record<string, string>> = {
  all: 'every record',
  area: 'the areas of one’s posts',
  own: 'one’s own records',
};

const HEAD = `# Who may see and change what

Generated from the tables in the plugins' \`access.ts\` by \`npm run permissions\`; a test fails when it is not current.
An administrator may loosen or tighten a role in NocoBase; the settings page "Shipped content" then shows where the role
departs from this page and whether that opens personal data.

- **Reach** says which records: those of the areas where a current post gives the role, one's own, or all.
- Every record seen also shows its key, when it was made and last changed, and the label fields of the records it points to.
- **Personal** fields are masked by the server for everybody except in one's own records; *reveal* shows one field of one
  record for a stated reason and leaves an event.
- The state, the number and the fields under "filled by the server" are written by nobody.
- A role that is not named has no access. Administrators of NocoBase (root, admin) reach everything but masked values.
`;

export function permissionsPage(): string {
  const declared = [...declarationsOf().values()]
    .filter(({ collection }) => app().db.getCollection(collection).options.origin?.startsWith('@hongxin/'))
    .sort((a, b) => a.collection.localeCompare(b.collection));
  const open = declared.filter(({ scope }) => scope !== 'internal');
  const internal = declared.filter(({ scope }) => scope === 'internal');
  return [
    HEAD,
    overview(open),
    ...open.map(section),
    '## Reached by nobody\n\nLink tables and the server’s bookkeeping: no role has a door to them.\n',
    ...internal.map(
      ({ collection, retentionMonths }) => `- \`${collection}\` ${titleOf(collection)} (${kept(retentionMonths)})`,
    ),
    '',
  ].join('\n');
}

const titleOf = (name: string): string => {
  const title = String(app().db.getCollection(name).options.title ?? '');
  return /^\{\{\s*t\(\s*["'](.+?)["']/.exec(title)?.[1] ?? title;
};

const kept = (months: number | null): string =>
  months === null ? 'kept while the programme runs' : `kept ${months} months after the last change`;

export function scopeOf(access: CollectionAccess): string {
  if (access.scope) return access.scope;
  return access.areaField === null ? 'owner' : 'area';
}

function overview(open: readonly CollectionAccess[]): string {
  const roles = foundation().access.roles.names();
  const cell = (grant: RoleGrant | undefined) => {
    if (!grant) return '';
    const marks = [
      ['create', 'C'],
      ['update', 'U'],
      ['destroy', 'D'],
      ['import', 'I'],
      ['export', 'E'],
      ['transition', 'T'],
    ] as const;
    const may = marks.filter(([name]) => Boolean(grant[name])).map(([, mark]) => mark);
    return `${[grant.reach].flat().join('+')} ${['V', ...may, ...(grant.reveal?.length ? ['R'] : [])].join('')}`;
  };
  const rows = open.map(
    ({ collection, grants }) =>
      `| \`${collection}\` ${titleOf(collection)} | ${roles.map((role) => cell(grants[role as keyof typeof grants])).join(' | ')} |`,
  );
  return [
    '## Overview\n',
    'V view, C create, U update, D delete, I import, E export, T transition, R reveal.\n',
    `| Collection | ${roles.join(' | ')} |`,
    `| --- |${' --- |'.repeat(roles.length)}`,
    ...rows,
    '',
  ].join('\n');
}

function section(access: CollectionAccess): string {
  const { collection, grants, labelFields, personalFields, serverFields, nested, ownerField, retentionMonths } = access;
  const area = access.areaField === undefined ? 'areaCode' : access.areaField;
  const facts = [
    ['scope', scopeOf(access)],
    ['area column', area],
    ['owner column', ownerField ?? null],
    ['label', list(labelFields)],
    ['personal', list(Object.entries(personalFields ?? {}).map(([name, kind]) => `${name} (${kind})`))],
    ['filled by the server', list(serverFields ?? [])],
    ['written inside the record', list(nested ?? [])],
    ['retention', kept(retentionMonths)],
  ].filter(([, value]) => value);
  return [
    `## \`${collection}\` ${titleOf(collection)}\n`,
    ...facts.map(([name, value]) => `- ${name}: ${value}`),
    '',
    ...Object.entries(grants).map(([role, grant]) => `${grantText(collection, role, grant)}\n`),
  ].join('\n');
}

const list = (names: readonly string[]): string =>
  names
    .map((name) => `\`${name}\``)
    .join(', ')
    .replace(/ \((\w+)\)`/g, '` ($1)');

function grantText(collection: string, role: string, grant: RoleGrant): string {
  const all = new Set([
    ...fieldsOf(app().db.getCollection(collection)).map(({ name }) => name),
    ...columnsOf(app().db.getCollection(collection)),
  ]);
  const view = grant.view
    ? list(grant.view)
    : grant.hidden?.length
      ? `all fields but ${list(grant.hidden)}`
      : `all ${all.size} fields`;
  const reach = (value: RoleGrant['reach']) =>
    [value]
      .flat()
      .map((each) => REACH[each])
      .join(' and ');
  const parts = [
    `sees ${view} of ${reach(grant.reach)}${grant.ownerField ? ` (\`${grant.ownerField}\`)` : ''}`,
    grant.create && `creates with ${list(grant.create)}`,
    grant.update && `changes ${list(grant.update)}${grant.changeReach ? ` of ${reach(grant.changeReach)}` : ''}`,
    grant.destroy && 'deletes',
    grant.import && 'imports',
    grant.export && 'exports',
    grant.transition && 'takes the steps the process gives',
    grant.reveal?.length && `reveals ${list(grant.reveal)}`,
  ].filter(Boolean);
  return `**${role}** ${parts.join('; ')}.`;
}
