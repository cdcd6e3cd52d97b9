import type { ACLRole } from '@nocobase/acl';
import { app } from '@test/server/harness';
import { rememberSnippetAnswers } from '../rights/snippet-answers';

const PATHS =
  'users:list roles:create hxUnits:create uiSchemas:insert pm:list pm:enable collections:create nothing:at-all';

/** The class that the server’s own roles are of. */
const roleClass = () => app().acl.getRole('hx-city').constructor as typeof ACLRole;
const makeRole = (name: string): ACLRole => new (roleClass())(app().acl, name);

/** NocoBase’s own answer: a role of the same snippets whose answers nobody has asked before. */
function fresh(role: ACLRole, path: string): boolean {
  const twin = makeRole(role.name);
  twin.snippets = new Set(role.snippets);
  return twin.snippetAllowed(path);
}

it('answers as NocoBase does, for every role, the first time and again', () => {
  const { acl } = app();
  let refused = 0;
  for (const role of acl.roles.values())
    for (const path of PATHS.split(' ')) {
      const expected = fresh(role, path);
      if (expected === false) refused += 1;
      expect([role.name, path, role.snippetAllowed(path)]).toEqual([role.name, path, expected]);
      expect([role.name, path, role.snippetAllowed(path)]).toEqual([role.name, path, expected]);
    }
  expect(refused).toBeGreaterThan(10);
});

it('asks again once the role’s snippets change, or a plugin adds an action to one', () => {
  const { acl } = app();
  const role = makeRole('hxTestRole');
  expect(role.snippetAllowed('hxTestThings:open')).toBeNull();
  acl.registerSnippet({ name: 'hxTestThings', actions: ['hxTestThings:open'] });
  role.snippets.add('hxTestThings');
  expect(role.snippetAllowed('hxTestThings:open')).toBe(true);
  expect(role.snippetAllowed('hxTestThings:close')).toBeNull();
  acl.registerSnippet({ name: 'hxTestThings', actions: ['hxTestThings:close'] });
  expect(role.snippetAllowed('hxTestThings:close')).toBe(true);
  role.snippets.delete('hxTestThings');
  role.snippets.add('!hxTestThings');
  expect(role.snippetAllowed('hxTestThings:open')).toBe(false);
});

it('does not match the patterns a second time', () => {
  const role = makeRole('hxTestMemory');
  role.snippets.add('!pm');
  role.effectiveSnippets();
  const read = jest.spyOn(app().acl.snippetManager.snippets, 'get');
  const readsOf = (path: string): number => {
    read.mockClear();
    role.snippetAllowed(path);
    return read.mock.calls.length;
  };
  try {
    const [first, again, other] = ['first', 'first', 'other'].map((name) => readsOf(`hxTestMemory:${name}`));
    expect(again).toBeGreaterThan(0); // it looks whether a plugin has added actions
    expect(first).toBeGreaterThan(again);
    expect(other).toBe(first);
  } finally {
    read.mockRestore();
  }
});

it('remembers a bounded number of paths and wraps NocoBase’s method once', () => {
  const wrapped = roleClass().prototype.snippetAllowed;
  rememberSnippetAnswers(app().acl);
  expect(roleClass().prototype.snippetAllowed).toBe(wrapped);
  const role = makeRole('hxTestPaths');
  for (let index = 0; index < 5000; index += 1) expect(role.snippetAllowed(`made-up-${index}:list`)).toBeNull();
});
