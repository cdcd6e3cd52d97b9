import { app } from '@test/server/harness';
import { ROLE_NAMES } from '../../domain';
import { permissionOf } from '../rights/permission';

const ACTIONS = 'list get view query create update destroy export importXlsx transition reveal move add nothing'.split(
  ' ',
);

/** It reads NocoBase's role tables directly; this fails when NocoBase begins to read them in another way. */
it('answers as NocoBase’s own access check does, for every role, collection and action', () => {
  const { acl, db } = app();
  const collections = [...db.collections.keys()].filter((name) => name.startsWith('hx'));
  const roles = [...ROLE_NAMES, 'member', 'admin', 'root', 'nobody'];
  let allowed = 0;
  for (const resource of [...collections, 'users', 'roles', 'uiSchemas', 'attachments'])
    for (const role of roles)
      for (const action of ACTIONS) {
        const answer = acl.can({ roles: [role], resource, action });
        const expected = answer ? (answer.params ?? {}) : null;
        if (expected) allowed += 1;
        expect({ resource, role, action, permission: permissionOf(acl, role, resource, action) }).toEqual({
          resource,
          role,
          action,
          permission: expected,
        });
      }
  expect(allowed).toBeGreaterThan(100);
});

it('heeds what a plugin has put on a path for everybody', () => {
  const { acl } = app();
  const path = ['hxUnits', 'get'] as const;
  const before = permissionOf(acl, 'hx-city', ...path);
  let isOn = true;
  acl.addFixedParams(...path, () => (isOn ? { filter: { kind: 'government' } } : {}));
  try {
    expect(JSON.stringify(permissionOf(acl, 'hx-city', ...path))).toContain('government');
  } finally {
    isOn = false;
  }
  expect(permissionOf(acl, 'hx-city', ...path)).toEqual(before);
});
