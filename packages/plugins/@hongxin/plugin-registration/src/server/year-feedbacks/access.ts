import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { YEAR_FEEDBACKS } from '../constants';

/** Members and units have their own feedbacks, officials those of their area. */
export const yearFeedbackAccess: AccessDeclaration = {
  collection: YEAR_FEEDBACKS,
  ownerField: 'ownerId',
  labelFields: ['year', 'subjectName', 'state'],
  writtenByServer: true,
  // as long as the registrations they are about
  retentionMonths: 36,
  grants: {
    'hx-city': { reach: 'all', export: true, transition: true },
    'hx-official': { reach: 'area', export: true, transition: true },
    'hx-unit': { reach: 'own', ownerField: 'unitLiaisonId', export: true, transition: true },
    'hx-member': { reach: 'own', hidden: ['isFalsified'], transition: true },
  },
};
