import { ORGANIZATION_LEVELS } from '@hongxin/rules/governance';
import { insertRows } from '../bulk-insert';
import type { Stage } from '../stage';

/** Party organisations level by level, then the areas that joint ones cover besides their home. */
export const organizationsStage: Stage = {
  name: 'organizations',
  title: '党组织',
  async load({ app, city, transaction, references }) {
    for (const level of ORGANIZATION_LEVELS) {
      const organizations = city.organizations.filter((organization) => organization.level === level);
      const rows = await Promise.all(
        organizations.map(async ({ name, formation, parentKey, areaCode, establishedOn, memberCount, brand }) => ({
          name,
          level,
          formation,
          establishedOn,
          memberCount,
          brand,
          status: 'active',
          parentId: parentKey === null ? null : await references.organization(parentKey),
          areaId: await references.area(areaCode),
        })),
      );
      await insertRows(app.db, 'hxOrganizations', rows, transaction);
      references.forget('hxOrganizations');
    }
    const covered = await Promise.all(
      city.organizations.flatMap(({ key, otherAreaCodes }) =>
        otherAreaCodes.map(async (code) => ({
          organizationId: await references.organization(key),
          areaId: await references.area(code),
        })),
      ),
    );
    await insertRows(app.db, 'hxOrganizationAreas', covered, transaction);
    return city.organizations.length;
  },
};
