import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import { cleanNames } from '../persons/values';
import { invitationAccess } from './access';
import { invitationActions } from './actions';
import hxInvitations from './collection';
import type { Invitations } from './invitations';
import { INVITATION_REASONS } from './reasons';

/** 注册邀请: links to an account; other plugins say what theirs are about. */
export const invitations = ({ app }: Services, links: Invitations): DomainPart => ({
  collections: [hxInvitations],
  access: [invitationAccess],
  reasons: INVITATION_REASONS,
  rules: { hxInvitations: [cleanNames('name')] },
  resources: { hxJoin: invitationActions(app, links) },
});
