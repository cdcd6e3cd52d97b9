import { AREA_CODE_LENGTHS } from '@hongxin/rules/mechanism';
import type { Reserve } from '@hongxin/plugin-review';
import { withCity } from './city';
import { nearestWithRole, OFFICIAL } from './officials';

/** The officials of the nearest place step in, and the city where there are none. */
export const OFFICIALS_IN_RESERVE: Reserve = {
  administrators: async (subject) => {
    const local = subject.areaCode === null ? [] : await nearestWithRole(subject, subject.areaCode, OFFICIAL);
    return local.length > 0 ? local : withCity(subject);
  },
  above: async (areaCode, subject) => {
    if (areaCode === null || areaCode.length <= AREA_CODE_LENGTHS.city) return [];
    const officials = await nearestWithRole(subject, areaCode, OFFICIAL, { isAbove: true });
    if (officials.length > 0) return officials;
    const city = areaCode.slice(0, AREA_CODE_LENGTHS.city);
    return (await withCity(subject)).map((person) => ({ ...person, areaCode: city }));
  },
};
