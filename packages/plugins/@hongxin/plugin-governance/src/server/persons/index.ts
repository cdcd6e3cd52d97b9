import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import { keepWhile, pointingTo } from '../common/in-use';
import { personAccess } from './access';
import hxPersons from './collection';
import { keepLastFour } from './identity-numbers/keep-last-four';
import { enterPersonsOnce } from './identity-numbers/one-person';
import { personInvitations } from './invitations';
import { personsPage, stewardsPage } from './page';
import { PERSON_REASONS, personReason } from './reasons';
import { checkDictionaries, checkHomes } from './rules';
import { checkBirthYears, checkPhones, cleanNames } from './values';

/** 人员: who holds posts, serves as a steward or registers as a member. */
export const persons = ({ db }: Services): DomainPart => ({
  collections: [hxPersons],
  access: [personAccess],
  reasons: PERSON_REASONS,
  rules: {
    hxPersons: [
      cleanNames('name'),
      checkPhones('phone'),
      checkBirthYears,
      checkHomes,
      checkDictionaries,
      keepLastFour,
      enterPersonsOnce,
    ],
  },
  follows: {
    'hxPersons.beforeDestroy': [
      keepWhile(db, pointingTo('hxPersons'), (named) => personReason('PERSON_HAS_RECORDS', named)),
    ],
  },
  invitations: [personInvitations(db)],
  pages: [personsPage, stewardsPage],
});
