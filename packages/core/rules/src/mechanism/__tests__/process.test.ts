import { defineProcess, ProcessDefinitionError, requiresOpinion, transitionsFrom, type ProcessDefinition } from '..';
import { registrationExample } from '../../__tests__/support/registration-example';

const label = { zh: '甲', en: 'A' };

function defectsOf(change: Partial<ProcessDefinition>): readonly string[] {
  const sound: ProcessDefinition = {
    key: 'example',
    title: label,
    collection: 'examples',
    stateField: 'state',
    initial: 'open',
    states: { open: { label }, closed: { label, final: true } },
    transitions: { close: { label, from: ['open'], to: 'closed', by: ['owner'] } },
  };
  try {
    defineProcess({ ...sound, ...change });
  } catch (error) {
    return error instanceof ProcessDefinitionError ? error.defects : ['another error'];
  }
  return [];
}

describe('defining a process', () => {
  it('accepts a sound one and gives it back', () => {
    expect(defectsOf({})).toEqual([]);
    expect(registrationExample.initial).toBe('draft');
  });

  it('refuses an initial state nobody declared', () => {
    expect(defectsOf({ initial: 'constructor' })).toContain('initial state "constructor" is not among its states');
  });

  it('refuses transitions from or to unknown states', () => {
    const close = { label, from: ['open', 'ajar'], to: 'shut', by: ['owner' as const] };
    expect(defectsOf({ transitions: { close } })).toEqual(
      expect.arrayContaining([
        'transition "close" names unknown state "ajar"',
        'transition "close" names unknown state "shut"',
      ]),
    );
  });

  it('refuses a state that is not final and has no way out, a loop to itself being none', () => {
    const states = { open: { label }, stuck: { label } };
    const transitions = {
      stick: { label, from: ['open'], to: 'stuck', by: ['owner' as const] },
      again: { label, from: ['stuck'], to: 'stuck', by: ['owner' as const] },
    };
    expect(defectsOf({ states, transitions })).toEqual(['state "stuck" is not final and has no way out']);
  });

  it('refuses a state nobody can reach', () => {
    const states = { open: { label }, closed: { label, final: true }, lost: { label, final: true } };
    expect(defectsOf({ states })).toEqual(['state "lost" cannot be reached from "open"']);
  });

  it('refuses a transition out of a final state', () => {
    const transitions = {
      close: { label, from: ['open'], to: 'closed', by: ['owner' as const] },
      reopen: { label, from: ['closed'], to: 'open', by: ['owner' as const] },
    };
    expect(defectsOf({ transitions })).toEqual(['transition "reopen" leaves final state "closed"']);
  });

  it('refuses a transition nobody may perform, one from nowhere, and one that writes the state', () => {
    const close = { label, from: [], to: 'closed', by: [], fields: ['state'] };
    expect(defectsOf({ transitions: { close } })).toEqual(
      expect.arrayContaining([
        'transition "close" can be performed by nobody: "by" is empty',
        'transition "close" starts nowhere: "from" is empty',
        'transition "close" lets the actor write the state field',
      ]),
    );
  });

  it('names all defects in one message', () => {
    expect(() => defineProcess({ ...registrationExample, initial: 'draft', states: {} as never })).toThrow(
      /Process "example" is not sound:\n- (.|\n)+\n- /,
    );
  });
});

describe('the transitions of a process', () => {
  it('are offered by state, in the order declared', () => {
    expect(transitionsFrom(registrationExample, 'submitted')).toEqual(['accept', 'return']);
    expect(transitionsFrom(registrationExample, 'accepted')).toEqual([]);
  });

  it('need an opinion when declared so, and always when named return or reject', () => {
    expect(requiresOpinion(registrationExample, 'return')).toBe(true);
    expect(requiresOpinion(registrationExample, 'cancel')).toBe(true);
    expect(requiresOpinion(registrationExample, 'accept')).toBe(false);
    expect(requiresOpinion(registrationExample, 'toString')).toBe(false);
  });
});
