import type { ACL, ACLRole } from '@nocobase/acl';

/** Paths remembered of one role; they come from addresses that anybody may make up. */
const MAX_PATHS = 2000;
const remembering = Symbol.for('hongxin/snippet-answers');

interface Remembered {
  actions: number;
  answers: Map<string, boolean>;
}

/**
 * Makes NocoBase remember what a role's snippets say of a path. It matches several hundred patterns anew for every
 * request, twice for a write: two to four milliseconds, a third of a plain create. NocoBase has no registry for this, so
 * its method is wrapped here and nowhere else; the answers stay its own, and are asked again when the role's snippets
 * change (then `effectiveSnippets` is another object) or a plugin adds actions to one of them.
 */
export function rememberSnippetAnswers(acl: ACL): void {
  const [role] = acl.roles.values();
  const prototype = Object.getPrototypeOf(role) as ACLRole & { [remembering]?: true };
  if (prototype[remembering]) return;
  prototype[remembering] = true;
  const ask = prototype.snippetAllowed;
  const memory = new WeakMap<object, Remembered>();

  prototype.snippetAllowed = function (this: ACLRole, path: string): boolean {
    const effective = this.effectiveSnippets();
    const actions = countActions(this, effective);
    let known = memory.get(effective);
    if (known?.actions !== actions || known.answers.size >= MAX_PATHS) {
      known = { actions, answers: new Map() };
      memory.set(effective, known);
    }
    if (!known.answers.has(path)) known.answers.set(path, ask.call(this, path));
    return known.answers.get(path) as boolean;
  };
}

/** Actions are only ever added to a snippet: as many as before are the same as before. */
function countActions({ acl }: ACLRole, { allowed, rejected }: ReturnType<ACLRole['effectiveSnippets']>): number {
  let count = 0;
  for (const names of [allowed, rejected])
    for (const name of names) count += acl.snippetManager.snippets.get(name)?.actions.length ?? 0;
  return count;
}
