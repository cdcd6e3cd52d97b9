import type { DomainPart, Services } from '@hongxin/plugin-foundation';

import { governanceOf, keepLastFour } from '@hongxin/plugin-governance';
import { bulkCheck, bulkRegister, bulkTemplate } from './bulk/actions';
import { homesAction, prefillAction, unitsAction } from './choosing/actions';
import hxMemberRegistrations from './collection';
import { SERVICE_CLASS_DICTIONARY } from '../constants';
import { forgetConsent } from './consent';
import { MEMBER_SUCCESSION } from './transfer';
import { memberHomePage } from './pages/home';
import { memberRegistrationsPage, officialMobilePage } from './pages/registrations';
import { myRegistrationsPage } from './pages/my-registrations';
import { unitMobilePage, unitRegistrationsPage } from './pages/of-units';
import { REGISTRATION_PARTIES } from './parties';
import { NOTICES } from './privacy-notice';
import { verifyReceipt } from './receipts/action';
import { remindersOfMembers } from './reminders';
import { followPerson } from '../units/ownership';
import { checkSamePerson } from './same-person';
import { careOfRegistrations, completeNewRegistrations } from './rules';
import { sheetTextsAction } from '../sheet-texts/action';
import { memberRegistrationWorkflow } from './workflow';
import { memberAccess } from './access';
import { MEMBER_CONSTRAINTS, MEMBER_INDEXES } from './constraints';
import { MEMBER_SERIES } from './numbers';
import { memberRegistrationSteps } from './steps';

/** 党员报到: in-service members register with the communities they live in. */
export const members = (services: Services): DomainPart => ({
  collections: [hxMemberRegistrations],
  processes: [memberRegistrationSteps(services)],
  access: [memberAccess],
  numbers: MEMBER_SERIES,
  parties: REGISTRATION_PARTIES,
  constraints: MEMBER_CONSTRAINTS,
  indexes: MEMBER_INDEXES,
  rules: {
    hxMemberRegistrations: [keepLastFour, completeNewRegistrations, checkSamePerson],
  },
  records: { hxMemberRegistrations: careOfRegistrations },
  follows: {
    'hxPersons.afterSave': [followPerson(services.db)],
  },
  hears: { 'hx.consentWithdrawn': forgetConsent(services.db) },
  resources: {
    hxMemberRegistrations: {
      bulkTemplate,
      bulkCheck,
      bulkRegister: bulkRegister(services),
      units: unitsAction,
      homes: homesAction,
      prefill: prefillAction,
    },
    hxReceipts: { verify: verifyReceipt(services), texts: sheetTextsAction(services) },
  },
  dictionaryFields: [
    { dictionary: SERVICE_CLASS_DICTIONARY, collection: 'hxMemberRegistrations', field: 'serviceIntentions' },
    {
      dictionary: 'leaveReason',
      collection: 'hxMemberRegistrations',
      field: 'leaveReason',
      // what a transfer writes by itself
      needed: [MEMBER_SUCCESSION.leaveReason],
    },
  ],
  upgraded: [() => governanceOf(services.app).dictionaryFields.adopt()],
  notices: NOTICES,
  workflows: [memberRegistrationWorkflow],
  reminders: remindersOfMembers(services.app),
  pages: [
    memberRegistrationsPage,
    unitRegistrationsPage,
    memberHomePage,
    myRegistrationsPage,
    unitMobilePage,
    officialMobilePage,
  ],
  // registering became a tab of registration/mobile-mine
  retiredPages: ['registration/mobile-register'],
});
