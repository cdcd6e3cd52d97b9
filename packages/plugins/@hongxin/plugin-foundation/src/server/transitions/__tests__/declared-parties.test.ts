import type { Party, ProcessDefinition } from '@hongxin/rules/mechanism';
import { Roles } from '../../access/roles';
import { SHIPPED_ROLES } from '../../access/shipped-roles';
import { DeclaredParties } from '../declared-parties';

const COUNCIL = 'hx-council' as 'hx-expert';
const label = { zh: '议事召集人', en: 'Convener' };
const is = async () => true;

function declared(): DeclaredParties {
  const roles = new Roles();
  roles.declare(SHIPPED_ROLES, 'foundation');
  roles.declare({ [COUNCIL]: { title: { zh: '议事会', en: 'Council' } } }, 'council');
  const parties = new DeclaredParties(roles);
  parties.declare('convener', { label, is }, 'council');
  parties.declare('hasNoConvener', { is }, 'council');
  return parties;
}
const process = (by: Party): ProcessDefinition =>
  ({ key: 'matter', transitions: { open: { by: ['owner', by] } } }) as unknown as ProcessDefinition;

it('every party is shown with what its own plugin calls it', () => {
  const parties = declared();
  const shown = (party: Party) => parties.shown(party);
  expect(shown({ relation: 'convener' })).toEqual({ relation: 'convener', label });
  expect(shown({ relation: 'hasNoConvener' })).toEqual({ relation: 'hasNoConvener', label: null });
  expect(shown({ role: COUNCIL })).toMatchObject({ label: { zh: '议事会', en: 'Council' } });
  expect(shown({ role: 'hx-official', level: 'street' })).toEqual({
    role: 'hx-official',
    level: 'street',
    label: { zh: '干部', en: 'official' },
  });
  expect(['owner', 'system'].map((each) => shown(each as Party))).toEqual(['owner', 'system']);
});

it('a process that names somebody whom no plugin declares does not load', () => {
  const parties = declared();
  const check = (by: Party) => () => parties.check([process(by)]);
  expect(check({ relation: 'convener' })).not.toThrow();
  expect(check({ role: COUNCIL, relation: 'convener' })).not.toThrow();
  expect(check({ relation: 'conveners' })).toThrow('process matter, open: no plugin declares the party "conveners"');
  expect(check({ role: 'hx-councils' })).toThrow('no plugin declares the role "hx-councils"');
});

it('two plugins that declare one relation do not load', () => {
  const parties = declared();
  expect(() => parties.declare('convener', { is }, 'venture')).toThrow(
    'both council and venture declare the party "convener"',
  );
});
