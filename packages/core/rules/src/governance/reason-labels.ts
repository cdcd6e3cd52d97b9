import type { ReasonLabels } from '../mechanism';
import { FORMATIONS, ORGANIZATION_LEVEL_LABELS } from './organization';

/** Params of the reasons of organisations that hold codes. */
export const GOVERNANCE_REASON_LABELS: ReasonLabels = {
  organizationLevel: ORGANIZATION_LEVEL_LABELS,
  expectedOrganizationLevel: ORGANIZATION_LEVEL_LABELS,
  parentOrganizationLevel: ORGANIZATION_LEVEL_LABELS,
  formation: Object.fromEntries(FORMATIONS.map((item) => [item.code, item])),
};
