import { select, type FigureProvider, type FigureScope, type Measurement } from '@hongxin/plugin-governance';

const ROLL = `state IN ('accepted', 'onRoll')`;

/** Registered units and members in the areas looked at, and how many communities have any, in one statement. */
async function measure(scope: FigureScope): Promise<Record<string, Measurement>> {
  const area = scope.within('code');
  const records = scope.within('"areaCode"').sql;
  const [row] = await select<Record<'units' | 'members' | 'communities' | 'covered' | 'waiting', number>>(
    { db: scope.db },
    `SELECT
       (SELECT count(*)::int FROM {hxUnitRegistrations} WHERE ${ROLL} AND ${records}) AS units,
       (SELECT count(*)::int FROM {hxMemberRegistrations} WHERE ${ROLL} AND ${records}) AS members,
       ((SELECT count(*) FROM {hxMemberRegistrations} WHERE state IN ('submitted', 'unitConfirmed') AND ${records})
         + (SELECT count(*) FROM {hxUnitRegistrations} WHERE state = 'submitted' AND ${records}))::int AS waiting,
       (SELECT count(*)::int FROM {hxAreas} WHERE level = 'community' AND ${area.sql}) AS communities,
       (SELECT count(DISTINCT left("areaCode", 12))::int FROM {hxUnitRegistrations} WHERE ${ROLL} AND ${records}) AS covered`,
    area.replacements,
  );
  return {
    registeredUnits: { value: row.units },
    registeredMembers: { value: row.members },
    communitiesWithUnits: { value: row.covered, target: row.communities },
    registrationsWaiting: { value: row.waiting, target: 0 },
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
    },
    {
      key: 'registeredMembers',
      programme: 'inServiceMembers',
      title: { zh: '报到党员', en: 'Registered members' },
      unit: { zh: '名', en: '' },
      page: 'registration/member-registrations',
      tab: '在册',
    },
    {
      key: 'communitiesWithUnits',
      title: { zh: '单位报到覆盖社区', en: 'Communities with units' },
      unit: { zh: '个', en: '' },
      page: 'registration/balance',
    },
    {
      key: 'registrationsWaiting',
      title: { zh: '待接收报到', en: 'Registrations waiting' },
      unit: { zh: '份', en: '' },
      page: 'registration/member-registrations',
      tab: '待接收',
    },
  ],
  measure,
};
