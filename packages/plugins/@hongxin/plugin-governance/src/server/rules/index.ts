import { bindRules } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { AREA_LEVEL_CHOICES, FORMATION_CHOICES, ORGANIZATION_LEVEL_CHOICES } from '../choices';
import { keepLastFour } from '../persons/identity-numbers/keep-last-four';
import { enterPersonsOnce } from '../persons/identity-numbers/one-person';
import { bindAreaMoves } from '../areas/move';
import { keepAreaLevel, placeNewAreas } from '../areas/rules';
import { knownChoice } from '../common/known-choice';
import { bindCoverage } from '../organizations/coverage';
import { bindDeletions } from '../common/in-use';
import { refuseGrantsNotBelow } from '../posts/granting';
import { placeHouseholds } from '../households/rules';
import { checkChildrenOfChangedLevel, checkFormations, checkHomeAreas, checkParents } from '../organizations/rules';
import { checkBirthYears, checkPhones, cleanNames } from '../persons/values';
import { checkDictionaries, checkHomes } from '../persons/rules';
import { watchPosts } from '../posts/roles-follow';
import { fillAreaCodes } from '../areas/place-records';
import { keepNeededPostTypes } from '../post-types/keep-needed';
import { checkTerms, placePosts } from '../posts/rules';
import { bindSeatKeys } from '../post-types/seat-keys';
import { keepSeatsSingle } from '../posts/seats';

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
