import { joinReasons } from '@hongxin/rules/mechanism';
import { SHIPPED_ROLES } from './access/shipped-roles';
import { ACCOUNT_REASONS } from './accounts/reasons';
import type { CollectionAccess, DomainDefinition, RoleGrant, RoleName } from './domain';
import { PAGES } from './pages';
import { IDENTITY_REASONS } from './identity/reasons';
import { dataRequestProcess } from './privacy/data-request-process';
import { PRIVACY_REASONS } from './privacy/reasons';
import type { DataRequests } from './privacy/requests';
import { REMINDER_REASONS } from './reminders/settings';
import { SHEET_REASONS } from './sheets';

/** Roles of people who meet the pack through their own records only. */
const OUTSIDERS: readonly RoleName[] = [
  'hx-unit',
  'hx-member',
  'hx-social-org',
  'hx-expert',
  'hx-evaluator',
  'hx-resident',
];

const forOutsiders = (grant: RoleGrant): CollectionAccess['grants'] =>
  Object.fromEntries(OUTSIDERS.map((role) => [role, grant]));

/** The server's own bookkeeping: no role reaches it, whatever an administrator grants on the side. */
const internal = (collection: string, retentionMonths: number | null = null): CollectionAccess => ({
  collection,
  scope: 'internal',
  areaField: null,
  labelFields: [],
  retentionMonths,
  grants: {},
});

const ACCESS: readonly CollectionAccess[] = [
  {
    // The log itself: for the city, in its own page and with its own export (trace/actions.ts).
    collection: 'hxEvents',
    scope: 'public',
    areaField: null,
    labelFields: ['transition', 'at'],
    retentionMonths: null,
    grants: { 'hx-city': { reach: 'all', hidden: ['uid', 'digest', 'keyId'], export: true } },
  },
  {
    collection: 'hxCalendarDays',
    scope: 'public',
    areaField: null,
    labelFields: ['date', 'name'],
    retentionMonths: null,
    grants: {
      'hx-city': {
        reach: 'all',
        create: ['date', 'kind', 'name'],
        update: ['date', 'kind', 'name'],
        destroy: true,
        import: true,
        export: true,
      },
      'hx-official': { reach: 'all' },
    },
  },
  {
    collection: 'hxPrivacyNotices',
    scope: 'public',
    areaField: null,
    labelFields: ['title', 'version'],
    // whoever changed a text would change what people have consented to
    writtenByServer: true,
    retentionMonths: null,
    grants: { 'hx-city': { reach: 'all' }, 'hx-official': { reach: 'all' }, ...forOutsiders({ reach: 'all' }) },
    furtherRoles: { reach: 'all' },
  },
  {
    // The proof that somebody was allowed to process the data: kept as long as the programme runs.
    collection: 'hxConsents',
    areaField: null,
    ownerField: 'userId',
    labelFields: ['noticeCode', 'version'],
    writtenByServer: true,
    retentionMonths: null,
    grants: {
      'hx-city': { reach: 'all', export: true },
      'hx-official': { reach: 'own' },
      ...forOutsiders({ reach: 'own' }),
    },
    furtherRoles: { reach: 'own' },
  },
  {
    collection: 'hxDataRequests',
    ownerField: 'ownerId',
    subjectField: null, // what a person asked is shown as their requests
    labelFields: ['about', 'kind'],
    writtenByServer: true,
    personalFields: { proposedValue: 'doorNumber' },
    // default: three years to show how requests were answered
    retentionMonths: 36,
    grants: {
      'hx-city': { reach: 'all', export: true, transition: true, reveal: ['proposedValue'] },
      'hx-official': { reach: ['area', 'own'], clearOwn: true, transition: true, reveal: ['proposedValue'] },
      ...forOutsiders({ reach: 'own', transition: true }),
    },
    furtherRoles: { reach: 'own', transition: true },
  },
  internal('hxSettings'),
  internal('hxSeeds'),
  internal('hxCounters'),
  internal('hxIdempotencyKeys', 1),
  internal('hxEventHeads'),
  internal('hxEventSeals'),
  internal('hxEventsPending'),
  internal('hxSignInFailures', 1),
  internal('hxReminders', 13),
];

/** What the foundation itself declares: the log, the working calendar, and what people may ask about their own data. */
export function foundationDomain(requests: DataRequests): DomainDefinition {
  return {
    roles: SHIPPED_ROLES,
    access: ACCESS,
    pages: PAGES,
    processes: [
      {
        definition: dataRequestProcess,
        guards: { grant: requests.canGrant },
        fills: { grant: [requests.keepAnswer], reject: [requests.keepAnswer] },
        effects: { grant: [requests.carryOut] },
      },
    ],
    reasons: joinReasons(ACCOUNT_REASONS, IDENTITY_REASONS, PRIVACY_REASONS, SHEET_REASONS, REMINDER_REASONS),
  };
}
