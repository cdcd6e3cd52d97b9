import { selectRows } from '@hongxin/plugin-foundation';
import {
  type FigureDefinition,
  type FigureProvider,
  type FigureScope,
  type Measurement,
} from '@hongxin/plugin-governance';
import { MEMBER_REGISTRATIONS, UNIT_REGISTRATIONS } from '../constants';

const ON_ROLL = ['accepted', 'onRoll'];
const MEMBERS_WAITING = ['submitted', 'unitConfirmed'];
const UNITS_WAITING = ['submitted'];
const ROLL = 'state IN (:onRoll)';

const inStates =
  (collection: string, states: readonly string[]): FigureDefinition['counted'] =>
  () => ({ collection, filter: { state: { $in: [...states] } } });

/** Registered units and members in the areas looked at, and how many communities have any, in one statement. */
async function measure(scope: FigureScope): Promise<Record<string, Measurement>> {
  const area = scope.within('code');
  const records = scope.within('"areaCode"').sql;
  const [row] = await selectRows<
    Record<'units' | 'members' | 'communities' | 'covered' | 'membersWaiting' | 'unitsWaiting', number>
  >(
    { db: scope.db },
    `SELECT
       (SELECT count(*)::int FROM {hxUnitRegistrations} WHERE ${ROLL} AND ${records}) AS units,
       (SELECT count(*)::int FROM {hxMemberRegistrations} WHERE ${ROLL} AND ${records}) AS members,
       (SELECT count(*)::int FROM {hxMemberRegistrations}
        WHERE state IN (:membersWaiting) AND ${records}) AS "membersWaiting",
       (SELECT count(*)::int FROM {hxUnitRegistrations} WHERE state IN (:unitsWaiting) AND ${records}) AS "unitsWaiting",
       (SELECT count(*)::int FROM {hxAreas} WHERE level = 'community' AND ${area.sql}) AS communities,
       (SELECT count(DISTINCT left("areaCode", 12))::int FROM {hxUnitRegistrations} WHERE ${ROLL} AND ${records}) AS covered`,
    { ...area.replacements, onRoll: ON_ROLL, membersWaiting: MEMBERS_WAITING, unitsWaiting: UNITS_WAITING },
  );
  return {
    registeredUnits: { value: row.units },
    registeredMembers: { value: row.members },
    communitiesWithUnits: { value: row.covered, target: row.communities },
    membersWaiting: { value: row.membersWaiting, target: 0 },
    unitsWaiting: { value: row.unitsWaiting, target: 0 },
  };
}

export const UNIT_FIGURES: FigureProvider = {
  name: 'registration-units',
  sort: 200,
  figures: [
    {
      key: 'registeredUnits',
      title: { zh: '报到单位', en: 'Registered units' },
      unit: { zh: '家', en: '' },
      page: 'registration/units-registered',
      tab: '在册',
      counted: inStates(UNIT_REGISTRATIONS, ON_ROLL),
    },
    {
      key: 'registeredMembers',
      programme: 'inServiceMembers',
      title: { zh: '报到党员', en: 'Registered members' },
      unit: { zh: '名', en: '' },
      page: 'registration/member-registrations',
      tab: '在册',
      counted: inStates(MEMBER_REGISTRATIONS, ON_ROLL),
    },
    {
      key: 'communitiesWithUnits',
      title: { zh: '单位报到覆盖社区', en: 'Communities with units' },
      unit: { zh: '个', en: '' },
      page: 'registration/balance',
    },
    {
      key: 'membersWaiting',
      title: { zh: '待接收党员', en: 'Members waiting' },
      unit: { zh: '名', en: '' },
      page: 'registration/member-registrations',
      tab: '待接收',
      counted: inStates(MEMBER_REGISTRATIONS, MEMBERS_WAITING),
    },
    {
      key: 'unitsWaiting',
      title: { zh: '待接收单位', en: 'Units waiting' },
      unit: { zh: '家', en: '' },
      page: 'registration/units-registered',
      tab: '待接收',
      counted: inStates(UNIT_REGISTRATIONS, UNITS_WAITING),
    },
  ],
  measure,
};
