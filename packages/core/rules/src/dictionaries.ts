import type { DictionaryItem } from './dictionary-item';

/**
 * The seven kinds of governing persons from whom heads are found (7类共治主体). The article names three and says
 * "等7类"; the other four are our default.
 */
export const GOVERNING_PERSON_KINDS: readonly DictionaryItem[] = [
  { code: 'gridHead', zh: '网格长', en: 'grid head', source: 'seed' },
  { code: 'buildingHead', zh: '楼长', en: 'building head', source: 'seed' },
  { code: 'ownersCommitteeHead', zh: '业委会负责人', en: 'head of the owners’ committee', source: 'seed' },
  { code: 'communityWorker', zh: '社区工作者', en: 'community worker', source: 'default' },
  { code: 'propertyManager', zh: '物业项目负责人', en: 'property project manager', source: 'default' },
  { code: 'retiredMember', zh: '离退休党员干部', en: 'retired party cadre', source: 'default' },
  { code: 'inServiceMember', zh: '报到在职党员', en: 'registered in-service member', source: 'default' },
];

/** Categories of stewards (善治红管家): five old kinds and four new ones [seed]. */
export const STEWARD_CATEGORIES: readonly (DictionaryItem & { group: 'fiveOld' | 'fourNew' })[] = [
  { code: 'oldMember', zh: '老党员', en: 'veteran party member', source: 'seed', group: 'fiveOld' },
  { code: 'oldCadre', zh: '老干部', en: 'veteran cadre', source: 'seed', group: 'fiveOld' },
  { code: 'oldSoldier', zh: '老军人', en: 'veteran soldier', source: 'seed', group: 'fiveOld' },
  { code: 'oldModel', zh: '老模范', en: 'veteran model worker', source: 'seed', group: 'fiveOld' },
  { code: 'oldTeacher', zh: '老教师', en: 'veteran teacher', source: 'seed', group: 'fiveOld' },
  { code: 'youngVolunteer', zh: '青年志愿者', en: 'young volunteer', source: 'seed', group: 'fourNew' },
  {
    code: 'youngOrganizer',
    zh: '青年社会组织骨干',
    en: 'young social-organisation organiser',
    source: 'seed',
    group: 'fourNew',
  },
  { code: 'youngEntrepreneur', zh: '青年创业者', en: 'young entrepreneur', source: 'seed', group: 'fourNew' },
  { code: 'youngCadre', zh: '青年在职干部', en: 'young in-service cadre', source: 'seed', group: 'fourNew' },
];

/** Titles of the two groups of stewards [seed]. */
export const STEWARD_GROUPS: readonly DictionaryItem<'fiveOld' | 'fourNew'>[] = [
  { code: 'fiveOld', zh: '五老', en: 'five kinds of veterans', source: 'seed' },
  { code: 'fourNew', zh: '四新', en: 'four kinds of newcomers', source: 'seed' },
];

/** The twelve duties of visiting and listening (网格访听12条). The article gives their number only; the texts are ours. */
export const VISIT_DUTIES: readonly DictionaryItem[] = [
  { code: 'knowHouseholds', zh: '掌握住户基本情况', en: 'know the households', source: 'default' },
  { code: 'visitRegularly', zh: '定期入户走访', en: 'visit regularly', source: 'default' },
  { code: 'collectOpinions', zh: '收集社情民意', en: 'collect opinions', source: 'default' },
  { code: 'explainPolicies', zh: '宣讲政策法规', en: 'explain policies and laws', source: 'default' },
  { code: 'careForVulnerable', zh: '关爱困难和特殊群体', en: 'care for people in difficulty', source: 'default' },
  { code: 'mediateDisputes', zh: '排查调解矛盾纠纷', en: 'find and mediate disputes', source: 'default' },
  { code: 'reportHazards', zh: '巡查上报安全隐患', en: 'report safety hazards', source: 'default' },
  { code: 'watchEnvironment', zh: '维护环境卫生秩序', en: 'look after the environment', source: 'default' },
  { code: 'runErrands', zh: '帮办代办居民事项', en: 'run errands for residents', source: 'default' },
  { code: 'callMeetings', zh: '组织坊间议事', en: 'call neighbourhood meetings', source: 'default' },
  { code: 'mobilizeVolunteers', zh: '动员志愿服务', en: 'mobilise volunteers', source: 'default' },
  { code: 'followUp', zh: '跟踪反馈办理结果', en: 'follow up and report back', source: 'default' },
];

/** The seven basic services of stewards: three are named in the article [seed], four are our default. */
export const BASIC_SERVICES: readonly DictionaryItem[] = [
  { code: 'purchasing', zh: '物资采购', en: 'purchasing goods', source: 'seed' },
  { code: 'errands', zh: '事项代办', en: 'running errands', source: 'seed' },
  { code: 'neighbourWatch', zh: '邻里守望', en: 'neighbours’ watch', source: 'seed' },
  { code: 'policyInformation', zh: '政策宣传', en: 'policy information', source: 'default' },
  { code: 'mediation', zh: '矛盾调解', en: 'mediation', source: 'default' },
  { code: 'safetyPatrol', zh: '安全巡查', en: 'safety patrol', source: 'default' },
  { code: 'environment', zh: '环境维护', en: 'environment care', source: 'default' },
];

/** Kinds of units; the resident kinds are those the article asks to report to estates [seed]. */
export const UNIT_KINDS: readonly (DictionaryItem & { resident: boolean })[] = [
  { code: 'agency', zh: '机关', en: 'government agency', source: 'seed', resident: false },
  { code: 'institution', zh: '事业单位', en: 'public institution', source: 'seed', resident: false },
  { code: 'stateEnterprise', zh: '国有企业', en: 'state-owned enterprise', source: 'found', resident: false },
  {
    code: 'newOrganization',
    zh: '两新组织',
    en: 'new economic or social organisation',
    source: 'seed',
    resident: false,
  },
  { code: 'policeRoom', zh: '社区警务室', en: 'community police room', source: 'seed', resident: true },
  { code: 'clinic', zh: '卫生室', en: 'clinic', source: 'seed', resident: true },
  { code: 'school', zh: '学校（培训学校）', en: 'school', source: 'seed', resident: true },
  { code: 'lawFirm', zh: '律师事务所', en: 'law firm', source: 'seed', resident: true },
  { code: 'otherResident', zh: '其他驻区单位', en: 'other resident unit', source: 'default', resident: true },
];

/** The eight classes of service posts [found]. */
export const SERVICE_POST_CLASSES: readonly DictionaryItem[] = [
  { code: 'organization', zh: '组织建设', en: 'organisation building', source: 'found' },
  { code: 'legalAid', zh: '法律援助', en: 'legal aid', source: 'found' },
  { code: 'hardshipAndJobs', zh: '助困与就业', en: 'hardship and jobs', source: 'found' },
  { code: 'communityGovernance', zh: '社区治理', en: 'community governance', source: 'found' },
  { code: 'health', zh: '健康医疗', en: 'health', source: 'found' },
  { code: 'cultureAndSport', zh: '文体', en: 'culture and sport', source: 'found' },
  { code: 'safetyPatrol', zh: '安全巡逻', en: 'safety patrol', source: 'found' },
  { code: 'other', zh: '其他', en: 'other', source: 'found' },
];
