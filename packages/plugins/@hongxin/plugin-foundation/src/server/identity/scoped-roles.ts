import type { ACL } from '@nocobase/acl';
import { IN_AREAS_OF } from './operator';

/** Whether any scope of these roles asks for areas, as the administrator left them; others need no look at the posts. */
export function haveAreaScope(acl: ACL, roles: readonly string[]): boolean {
  return roles.some((name) => {
    for (const resource of acl.getRole(name)?.resources.values() ?? []) {
      for (const parameters of resource.actions.values()) {
        if (parameters?.filter && JSON.stringify(parameters.filter).includes(IN_AREAS_OF)) return true;
      }
    }
    return false;
  });
}
