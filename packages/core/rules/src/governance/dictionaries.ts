import type { DictionaryItem } from '../mechanism/dictionary-item';

/**
 * The seven kinds of governing persons from whom heads are found (7类共治主体). The article names three and says
 * "等7类"; the other four are our default.
 */
export const GOVERNING_PERSON_KINDS: readonly DictionaryItem[] = [
  { code: 'gridHead', zh: '网格长', en: 'Grid head', source: 'seed' },
  { code: 'buildingHead', zh: '楼长', en: 'Building head', source: 'seed' },
  { code: 'ownersCommitteeHead', zh: '业委会负责人', en: 'Head of the owners’ committee', source: 'seed' },
  { code: 'communityWorker', zh: '社区工作者', en: 'Community worker', source: 'default' },
  { code: 'propertyManager', zh: '物业项目负责人', en: 'Property project manager', source: 'default' },
  { code: 'retiredMember', zh: '离退休党员干部', en: 'Retired party cadre', source: 'default' },
  { code: 'inServiceMember', zh: '报到在职党员', en: 'Registered in-service member', source: 'default' },
];

/** Categories of stewards (善治红管家): five old kinds and four new ones [seed]. */
export const STEWARD_CATEGORIES: readonly (DictionaryItem & { group: 'fiveOld' | 'fourNew' })[] = [
  { code: 'oldMember', zh: '老党员', en: 'Veteran party member', source: 'seed', group: 'fiveOld' },
  { code: 'oldCadre', zh: '老干部', en: 'Veteran cadre', source: 'seed', group: 'fiveOld' },
  { code: 'oldSoldier', zh: '老军人', en: 'Veteran soldier', source: 'seed', group: 'fiveOld' },
  { code: 'oldModel', zh: '老模范', en: 'Veteran model worker', source: 'seed', group: 'fiveOld' },
  { code: 'oldTeacher', zh: '老教师', en: 'Veteran teacher', source: 'seed', group: 'fiveOld' },
  { code: 'youngVolunteer', zh: '青年志愿者', en: 'Young volunteer', source: 'seed', group: 'fourNew' },
  {
    code: 'youngOrganizer',
    zh: '青年社会组织骨干',
    en: 'Young social-organisation organiser',
    source: 'seed',
    group: 'fourNew',
  },
  { code: 'youngEntrepreneur', zh: '青年创业者', en: 'Young entrepreneur', source: 'seed', group: 'fourNew' },
  { code: 'youngCadre', zh: '青年在职干部', en: 'Young in-service cadre', source: 'seed', group: 'fourNew' },
];

/** The twelve duties of visiting and listening (网格访听12条). The article gives their number only; the texts are ours. */
export const VISIT_DUTIES: readonly DictionaryItem[] = [
  { code: 'knowHouseholds', zh: '掌握住户基本情况', en: 'Know the households', source: 'default' },
  { code: 'visitRegularly', zh: '定期入户走访', en: 'Visit regularly', source: 'default' },
  { code: 'collectOpinions', zh: '收集社情民意', en: 'Collect opinions', source: 'default' },
  { code: 'explainPolicies', zh: '宣讲政策法规', en: 'Explain policies and laws', source: 'default' },
  { code: 'careForVulnerable', zh: '关爱困难和特殊群体', en: 'Care for people in difficulty', source: 'default' },
  { code: 'mediateDisputes', zh: '排查调解矛盾纠纷', en: 'Find and mediate disputes', source: 'default' },
  { code: 'reportHazards', zh: '巡查上报安全隐患', en: 'Report safety hazards', source: 'default' },
  { code: 'watchEnvironment', zh: '维护环境卫生秩序', en: 'Look after the environment', source: 'default' },
  { code: 'runErrands', zh: '帮办代办居民事项', en: 'Run errands for residents', source: 'default' },
  { code: 'callMeetings', zh: '组织坊间议事', en: 'Call neighbourhood meetings', source: 'default' },
  { code: 'mobilizeVolunteers', zh: '动员志愿服务', en: 'Mobilise volunteers', source: 'default' },
  { code: 'followUp', zh: '跟踪反馈办理结果', en: 'Follow up and report back', source: 'default' },
];

/** The seven basic services of stewards: three are named in the article [seed], four are our default. */
export const BASIC_SERVICES: readonly DictionaryItem[] = [
  { code: 'purchasing', zh: '物资采购', en: 'Purchasing goods', source: 'seed' },
  { code: 'errands', zh: '事项代办', en: 'Running errands', source: 'seed' },
  { code: 'neighbourWatch', zh: '邻里守望', en: 'Neighbours’ watch', source: 'seed' },
  { code: 'policyInformation', zh: '政策宣传', en: 'Policy information', source: 'default' },
  { code: 'mediation', zh: '矛盾调解', en: 'Mediation', source: 'default' },
  { code: 'safetyPatrol', zh: '安全巡查', en: 'Safety patrol', source: 'default' },
  { code: 'environment', zh: '环境维护', en: 'Environment care', source: 'default' },
];

/** Kinds of units; the resident kinds are those the article asks to report to estates [seed]. */
export const UNIT_KINDS: readonly (DictionaryItem & { resident: boolean })[] = [
  { code: 'agency', zh: '机关', en: 'Government agency', source: 'seed', resident: false },
  { code: 'institution', zh: '事业单位', en: 'Public institution', source: 'seed', resident: false },
  { code: 'stateEnterprise', zh: '国有企业', en: 'State-owned enterprise', source: 'found', resident: false },
  {
    code: 'newOrganization',
    zh: '两新组织',
    en: 'New economic or social organisation',
    source: 'seed',
    resident: false,
  },
  { code: 'policeRoom', zh: '社区警务室', en: 'Community police room', source: 'seed', resident: true },
  { code: 'clinic', zh: '卫生室', en: 'Clinic', source: 'seed', resident: true },
  { code: 'school', zh: '学校（培训学校）', en: 'School', source: 'seed', resident: true },
  { code: 'lawFirm', zh: '律师事务所', en: 'Law firm', source: 'seed', resident: true },
  { code: 'otherResident', zh: '其他驻区单位', en: 'Other resident unit', source: 'default', resident: true },
];

/** The eight classes of service posts [found]. */
export const SERVICE_POST_CLASSES: readonly DictionaryItem[] = [
  { code: 'organization', zh: '组织建设', en: 'Organisation building', source: 'found' },
  { code: 'legalAid', zh: '法律援助', en: 'Legal aid', source: 'found' },
  { code: 'hardshipAndJobs', zh: '助困与就业', en: 'Hardship and jobs', source: 'found' },
  { code: 'communityGovernance', zh: '社区治理', en: 'Community governance', source: 'found' },
  { code: 'health', zh: '健康医疗', en: 'Health', source: 'found' },
  { code: 'cultureAndSport', zh: '文体', en: 'Culture and sport', source: 'found' },
  { code: 'safetyPatrol', zh: '安全巡逻', en: 'Safety patrol', source: 'found' },
  { code: 'other', zh: '其他', en: 'Other', source: 'found' },
];
