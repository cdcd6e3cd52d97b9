import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import { keepWhile } from '../common/in-use';
import { knownChoice } from '../common/known-choice';
import { areaAccess } from './access';
import { AREA_LEVEL_CHOICES } from './choices';
import hxAreas from './collection';
import { AREA_CONSTRAINTS } from './constraints';
import { whatLiesIn } from './keep';
import { areaMoves } from './move';
import { areasPage } from './page';
import { fillAreaCodes } from './place-records';
import { AREA_REASONS, areaReason } from './reasons';
import { keepAreaLevel, placeNewAreas } from './rules';

/** 区域: the tree of areas; every record of a place carries the digits of its area. */
export const areas = ({ app, db }: Services): DomainPart => ({
  collections: [hxAreas],
  access: [areaAccess],
  reasons: AREA_REASONS,
  constraints: AREA_CONSTRAINTS,
  rules: { hxAreas: [knownChoice('level', AREA_LEVEL_CHOICES), placeNewAreas, keepAreaLevel] },
  follows: {
    ...fillAreaCodes(db),
    ...areaMoves(app),
    'hxAreas.beforeDestroy': [keepWhile(db, whatLiesIn, (named) => areaReason('AREA_NOT_EMPTY', named))],
  },
  pages: [areasPage],
});
