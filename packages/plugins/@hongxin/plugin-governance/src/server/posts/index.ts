import type { DomainPart } from '@hongxin/plugin-foundation';
import { linkTable } from '../common/access';
import { postAccess } from './access';
import hxPosts from './collection';
import { POST_CONSTRAINTS } from './constraints';
import hxPostDuties from './duties';
import { refuseGrantsNotBelow } from './granting';
import { keepHistory } from './keep-history';
import { postsPage } from './page';
import { POST_REASONS } from './reasons';
import { checkTerms, placePosts } from './rules';
import { keepSeatsSingle } from './seats';
import hxPostServices from './services';

/** 任职: who holds which post where, from when to when. */
export const posts = (): DomainPart => ({
  collections: [hxPosts, hxPostDuties, hxPostServices],
  access: [postAccess, linkTable('hxPostDuties'), linkTable('hxPostServices')],
  reasons: POST_REASONS,
  constraints: POST_CONSTRAINTS,
  rules: { hxPosts: [checkTerms, placePosts, refuseGrantsNotBelow, keepSeatsSingle] },
  follows: { 'hxPosts.beforeDestroy': [keepHistory] },
  pages: [postsPage],
});
