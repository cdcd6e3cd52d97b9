import type { LocalizedText } from '../mechanism/localized-text';

/** How the article states a figure: plainly, "nearly" (近), or "over" (余, 多). */
export type FigurePrecision = 'exact' | 'nearly' | 'over';

/** A figure of the programme: the target on the overview, and the size of the demo city. */
export interface ProgrammeFigure {
  title: LocalizedText;
  /** Money in 分, everything else in pieces. */
  value: number;
  unit: LocalizedText;
  precision: FigurePrecision;
}

/** Keys of the figures. */
export type ProgrammeFigureKey =
  | 'streets'
  | 'communities'
  | 'estateBranches'
  | 'buildingGroups'
  | 'stewards'
  | 'inServiceMembers'
  | 'coProjects'
  | 'ventureProjects'
  | 'leaderProjects'
  | 'mattersSolved'
  | 'showcaseEstates'
  | 'activities'
  | 'serviceSites'
  | 'featuredBuildings'
  | 'buildingFundCents'
  | 'seminarsPerYear'
  | 'practiceBases'
  | 'trainedWorkers';

const ones = (zh: string, en: string): LocalizedText => ({ zh, en });

/** Longkou's figures, every one stated in the article [seed]. */
export const PROGRAMME_FIGURES: Readonly<Record<ProgrammeFigureKey, ProgrammeFigure>> = {
  streets: figure('街道', 'Streets', 5, 'exact'),
  communities: figure('社区', 'Communities', 39, 'exact'),
  estateBranches: figure('小区（网格）党支部', 'Estate party branches', 92, 'exact'),
  buildingGroups: figure('楼栋功能型党小组', 'Building party groups', 245, 'exact'),
  stewards: figure('善治红管家', 'Stewards', 350, 'over', ones('名', 'people')),
  inServiceMembers: figure('报到在职党员', 'Registered in-service members', 4000, 'nearly', ones('名', 'people')),
  coProjects: figure('共驻共建项目', 'Co-building projects', 490, 'over'),
  ventureProjects: figure('公益创投服务项目', 'Venture service projects', 104, 'exact'),
  leaderProjects: figure('市级领导认领项目', 'Leader-claimed projects', 95, 'exact'),
  mattersSolved: figure('解决关键小事', 'Small matters solved', 174, 'exact', ones('件', 'matters')),
  showcaseEstates: figure('善治样板', 'Showcase estates', 15, 'exact'),
  activities: figure('小区特色党群活动', 'Estate activities', 100, 'exact', ones('场', 'events')),
  serviceSites: figure('整合盘活场所资源', 'Service sites', 35, 'exact', ones('处', 'sites')),
  featuredBuildings: figure('特色楼栋', 'Featured buildings', 45, 'exact'),
  buildingFundCents: figure('楼栋善治专项资金', 'Building-governance fund', 310_000_000, 'over', ones('分', 'cents')),
  seminarsPerYear: figure('每年研修班', 'Seminars a year', 1, 'exact', ones('期', 'courses')),
  practiceBases: figure('实训基地', 'Practice bases', 2, 'exact', ones('处', 'sites')),
  trainedWorkers: figure('实训社区工作者', 'Community workers trained', 100, 'exact', ones('名', 'people')),
};

function figure(
  zh: string,
  en: string,
  value: number,
  precision: FigurePrecision,
  unit: LocalizedText = ones('个', 'pieces'),
): ProgrammeFigure {
  return { title: { zh, en }, value, unit, precision };
}
