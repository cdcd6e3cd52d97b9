import type { AreaLevelName, AssigneeRule } from '@hongxin/plugin-review';

/** Holders of posts at the record's area, so many levels above it, or at the named level above it. */
export interface PostHolderRule extends AssigneeRule {
  postTypes?: string[];
  levelsAbove?: number;
  level?: AreaLevelName;
}

/** The head of the record's party organisation, or of the one above it. */
export interface OrganizationHeadRule extends AssigneeRule {
  levelsAbove?: 0 | 1;
}
