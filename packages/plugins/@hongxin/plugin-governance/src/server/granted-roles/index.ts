import type { DomainPart, Services } from '@hongxin/plugin-foundation';
import { linkTable } from '../common/access';
import { areaGrantsOf } from './area-grants';
import hxGrantedRoles from './collection';
import { followPosts } from './follow';

/** What posts give: areas, and roles as long as they last. */
export const grantedRoles = ({ db }: Services): DomainPart => ({
  collections: [hxGrantedRoles],
  access: [{ ...linkTable('hxGrantedRoles'), writtenByServer: true }],
  areaGrants: areaGrantsOf(db),
  ...followPosts(db),
});
