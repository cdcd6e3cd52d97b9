import { bindRules } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { AREA_LEVEL_CHOICES, FORMATION_CHOICES, ORGANIZATION_LEVEL_CHOICES } from '../choices';
import { keepLastFour } from '../identity-numbers/keep-last-four';
import { enterPersonsOnce } from '../identity-numbers/one-person';
import { bindAreaMoves } from './area-move';
import { keepAreaLevel, placeNewAreas } from './areas';
import { knownChoice } from './choices-known';
import { bindCoverage } from './coverage';
import { bindDeletions } from './deletions';
import { refuseGrantsNotBelow } from './granting-posts';
import { placeHouseholds } from './households';
import { checkChildrenOfChangedLevel, checkFormations, checkHomeAreas, checkParents } from './organizations';
import { checkBirthYears, checkPhones, cleanNames } from './person-values';
import { checkDictionaries, checkHomes } from './persons';
import { watchPosts } from '../posts/watch-posts';
import { fillAreaCodes } from './place-records';
import { keepNeededPostTypes } from './post-type-codes';
import { checkTerms, placePosts } from './posts';
import { bindSeatKeys } from './seat-keys';
import { keepSeatsSingle } from './seats';

/** Every rule of the governance hierarchy, in the order in which it runs. */
export function bindGovernanceRules(app: Application): void {
  const { db } = app;
  fillAreaCodes(db);
  bindRules(db, 'hxAreas', [knownChoice('level', AREA_LEVEL_CHOICES), placeNewAreas, keepAreaLevel]);
  bindAreaMoves(app);
  bindRules(db, 'hxOrganizations', [
    knownChoice('level', ORGANIZATION_LEVEL_CHOICES),
    knownChoice('formation', FORMATION_CHOICES),
    checkParents,
    checkChildrenOfChangedLevel,
    checkHomeAreas,
    checkFormations,
  ]);
  bindCoverage(db);
  bindRules(db, 'hxPersons', [
    cleanNames('name'),
    checkPhones('phone'),
    checkBirthYears,
    checkHomes,
    checkDictionaries,
    keepLastFour,
    enterPersonsOnce,
  ]);
  bindRules(db, 'hxPosts', [checkTerms, placePosts, refuseGrantsNotBelow, keepSeatsSingle]);
  bindRules(db, 'hxHouseholds', [cleanNames('headName'), placeHouseholds]);
  bindRules(db, 'hxInvitations', [cleanNames('name')]);
  bindRules(db, 'hxAccountRequests', [cleanNames('applicantName')]);
  bindSeatKeys(db);
  keepNeededPostTypes(db);
  watchPosts(app);
  bindDeletions(db);
}
