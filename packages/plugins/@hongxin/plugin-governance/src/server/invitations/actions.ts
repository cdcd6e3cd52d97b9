import { action, body, type ActionsOfResource } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { requirePatience } from '../common/accounts/attempts';
import { credentialsIn, CREDENTIALS, short } from '../common/accounts/body';
import type { Invitations } from './invitations';

const TOKEN = { token: short('邀请链接', 'link of the invitation') };

/** `name` and `areaId` for a member on no list; `kind`, `subjectId` and perhaps `name` for somebody of a record. */
const INVITE = {
  name: short('姓名', 'name'),
  areaId: body.optional(body.id({ zh: '所在区域', en: 'area' })),
  kind: short('邀请的类型', 'kind of invitation'),
  subjectId: body.optional(body.id({ zh: '邀请所关于的记录', en: 'record that the invitation is about' })),
};

/**
 * The doors of `hxJoin` for who follows a link: `accept` without an account, `take` with one; and `invite` for those in
 * charge of a place. What is not theirs to invite to answers like what is not there, so no right is asked before.
 */
export const invitationActions = (app: Application, invitations: Invitations): ActionsOfResource => ({
  accept: action({ right: 'public', body: { ...TOKEN, ...CREDENTIALS } }, async ({ ctx, body: asked }) => {
    await requirePatience(app, ctx, 'code');
    await invitations.accept({ token: asked.token, ...credentialsIn(asked) });
    return { opened: true };
  }),

  /** Takes an invitation with one's own account. */
  take: action({ right: 'loggedIn', body: TOKEN }, async ({ ctx, userId, body: { token } }) => {
    await requirePatience(app, ctx, 'code');
    await invitations.take(token, userId);
    return { taken: true };
  }),

  /** @returns token and expiresAt */
  invite: action({ right: 'loggedIn', body: INVITE }, ({ userId, body: asked }) => invitations.issue(asked, userId)),
});
