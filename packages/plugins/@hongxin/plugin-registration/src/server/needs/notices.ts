import type { NoticeChannel } from '@hongxin/plugin-foundation';

/** Invitations to help with a need, and who has taken one on; administrators may rename or remove the channel. */
export const SERVICE_CHANNEL: NoticeChannel = { name: 'hx-service', title: '服务邀请与认领' };

/** Where a need's own page lies inside the client. */
export const needAddress = (needId: string): string => `/needs/${needId}`;
