import {
  addWorkingDays,
  addWorkingMinutes,
  checkCreditCode,
  checkIdentityNumber,
  checkMobile,
  checkNumberPattern,
  checkPhone,
  checkTransition,
  parseAreaCode,
  pointAtShare,
  readDay,
  reasonsOf,
  type Reason,
  type TransitionAttempt,
} from '../../mechanism';
import { checkReviewDecision } from '../../review';
import {
  checkBirthYear,
  checkCoveredAreas,
  checkHubHouseholds,
  checkOrganizationArea,
  checkOrganizationParent,
  checkTerm,
  nextFreeChildCode,
  type OrganizationLevel,
} from '../../governance';
import {
  checkFeedbackPoints,
  checkFeedbackRubric,
  checkFeedbackYear,
  checkSingleRoll,
  checkTransferTarget,
  DEFAULT_FEEDBACK_RUBRIC,
  readRollRow,
  repeatedRows,
} from '../../registration';
import { beijing, calendar2026 as calendar } from './calendars';
import { registrationExample } from './registration-example';
import { ROLL_ROW } from './roll-row';
import { serviceAnswers } from './service-provocations';

const start = beijing('2026-03-02 08:30');

/** Reasons of every code in the catalogue, each as its rule emits it. */
export function provocations(): Reason[] {
  return [
    ...[
      ...areas(),
      ...processes(),
      ...organizations(),
      ...clocks(),
      ...numbers(),
      ...identities(),
      ...serviceAnswers(),
      ...reviews(),
    ].flatMap(reasonsOf),
    ...days(),
    ...rollUploads(),
    ...yearFeedbacks(),
  ];
}

function reviews() {
  const terms = {
    allow: { return: true, reject: true, transfer: false, addSigner: false },
    fields: [],
    isOpinionRequiredOnApprove: false,
  };
  return [
    checkReviewDecision(terms, { decision: 'applaud', record: {} }),
    checkReviewDecision(terms, { decision: 'transfer', record: {}, values: { state: 'accepted' } }),
  ];
}

function areas() {
  const units = Array.from({ length: 99 }, (_, index) => `370681001001001001${String(index + 1).padStart(2, '0')}`);
  return [
    parseAreaCode('x'),
    parseAreaCode('070681000'),
    nextFreeChildCode(units[0], []),
    nextFreeChildCode('370681001001001001', units),
    checkTransferTarget('370681001001', '370681'),
    checkTransferTarget('370681001001', '370681001001'),
    checkSingleRoll(['onRoll']),
  ];
}

function processes() {
  const attempt = (change: Partial<TransitionAttempt>) =>
    checkTransition(registrationExample, { transition: 'return', record: {}, now: start, actorId: null, ...change });
  return [
    attempt({ transition: 'none' }),
    attempt({ values: { unitId: 1 } }),
    attempt({ opinion: '字'.repeat(2001) }),
    attempt({ transition: 'submit' }),
  ];
}

function organizations() {
  return [
    checkOrganizationParent('cell' as OrganizationLevel, null),
    checkOrganizationParent('streetCommittee', 'memberHub'),
    checkOrganizationParent('memberHub', null),
    checkOrganizationParent('memberHub', 'streetCommittee'),
    checkOrganizationArea('memberHub', 'city'),
    checkCoveredAreas('single', 2),
    checkHubHouseholds(0),
    checkHubHouseholds(99),
    checkTerm({ startsOn: 'x' }),
    checkTerm({ startsOn: '2026-02-01', endsOn: '2026-01-01' }),
  ];
}

function clocks() {
  return [
    addWorkingMinutes(beijing('2027-01-01 08:30'), 1, calendar),
    addWorkingMinutes(start, 1, { ...calendar, dayEnd: 0 }),
    addWorkingDays(start, 1, { ...calendar, isWorkingDay: () => false }),
    addWorkingDays(start, 0.5, calendar),
    addWorkingDays(new Date('x'), 1, calendar),
    pointAtShare(start, 1, 2, calendar),
  ];
}

function numbers() {
  return [checkNumberPattern('{month}{year:2}{year}{areaCode:3}}'), checkNumberPattern('{prefix}{sequence}')];
}

function identities() {
  return [
    checkCreditCode('I'),
    checkCreditCode('91AAAAAA0000000000'),
    checkCreditCode('914403001922038217'),
    checkPhone(''),
    checkMobile(''),
    checkIdentityNumber('1234', '2026-11-24'),
    checkIdentityNumber('370681199002300015', '2026-11-24'),
    checkIdentityNumber('370681199002280010', '2026-11-24'),
    checkIdentityNumber('370681199002280011', '2026-11-24'),
  ];
}

function rollUploads(): Reason[] {
  const none = new Map<string, string>();
  const row = { ...ROLL_ROW, skills: '飞行', consent: '否' };
  return [
    ...readRollRow(row, { skills: none, serviceIntentions: none, availableTimes: none }).reasons,
    ...repeatedRows([row, row]).values(),
  ];
}

function yearFeedbacks(): Reason[] {
  return [
    ...reasonsOf(checkFeedbackPoints({ communityPoints: 99, bonusPoints: 0 }, DEFAULT_FEEDBACK_RUBRIC)),
    ...reasonsOf(checkFeedbackYear(1, '2026-01-01')),
    ...reasonsOf(checkFeedbackYear(2026, '2026-12-31')),
    ...checkFeedbackRubric(null),
  ];
}

function days(): Reason[] {
  const texts = ['2021.09', '2026-11-31', 'soon', '1024-01-05'];
  return [...texts.map((text) => readDay(text)), checkBirthYear(2068, 2026)].flatMap((answer) => {
    if (answer.ok) return [];
    return 'reasons' in answer ? answer.reasons : [answer.reason];
  });
}
