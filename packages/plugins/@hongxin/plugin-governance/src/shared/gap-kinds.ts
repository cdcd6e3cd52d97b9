import type { LocalizedText } from '@hongxin/rules/mechanism';

/** Kinds of coverage gaps [seed: every building has a party group and a head, every unit a head, hubs 5–10 households]. */
export const GAP_KINDS = [
  'buildingWithoutGroup',
  'buildingWithoutHead',
  'unitWithoutHead',
  'hubHouseholds',
  'termExpired',
  'organizationWithoutHead',
  'organizationMisplaced',
  'personTwice',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

export interface GapKindText {
  title: LocalizedText;
  /** What to do about it. */
  advice: LocalizedText;
}

export const GAP_TEXTS: Readonly<Record<GapKind, GapKindText>> = {
  buildingWithoutGroup: {
    title: { zh: '楼栋无党小组', en: 'Building without a party group' },
    advice: {
      zh: '单独组建楼栋党小组，或由相邻楼栋联合组建覆盖',
      en: 'Form a group, or let a neighbouring one cover the building',
    },
  },
  buildingWithoutHead: {
    title: { zh: '楼栋无楼长', en: 'Building without a head' },
    advice: { zh: '从“五老”“四新”人员中推选楼长并登记任职', en: 'Have a head recommended and record the post' },
  },
  unitWithoutHead: {
    title: { zh: '单元无单元长', en: 'Unit without a head' },
    advice: { zh: '推选单元长（党员中心户）并登记任职', en: 'Have a unit head recommended and record the post' },
  },
  hubHouseholds: {
    title: { zh: '中心户联系户数不符', en: 'Hub outside 5–10 households' },
    advice: {
      zh: '每个党员中心户联系5—10户，请增补联系户或增设中心户',
      en: 'A hub contacts 5–10 households: add some, or add a hub',
    },
  },
  termExpired: {
    title: { zh: '任期届满未接任', en: 'Term expired without successor' },
    advice: { zh: '办理换届或续任，并登记新的任期', en: 'Elect or confirm a holder and record the new term' },
  },
  organizationWithoutHead: {
    title: { zh: '党组织无负责人', en: 'Organisation without a head' },
    advice: { zh: '按程序产生负责人并登记任职', en: 'Fill the head’s post and record it' },
  },
  organizationMisplaced: {
    title: { zh: '党组织不在上级区域内', en: 'Organisation outside its parent’s area' },
    advice: {
      zh: '调整上级党组织，或把区域纳入上级覆盖范围',
      en: 'Change its parent, or add the area to what the parent covers',
    },
  },
  personTwice: {
    title: { zh: '人员重复登记', en: 'Person entered twice' },
    advice: {
      zh: '身份证号相同的人员，请核实后只保留一条',
      en: 'Persons with the same ID number: check, and keep one of them',
    },
  },
};
