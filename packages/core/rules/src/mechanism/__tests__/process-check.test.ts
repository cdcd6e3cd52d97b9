import { checkTransition, OPINION_MAX_LENGTH, reasonsOf, type TransitionAttempt } from '..';
import { registrationExample } from '../../__tests__/support/registration-example';

const attempt = (change: Partial<TransitionAttempt>): TransitionAttempt => ({
  transition: 'submit',
  record: { state: 'draft', personName: '王芳', skills: ['law'] },
  values: {},
  opinion: null,
  now: new Date('2026-03-02T01:00:00Z'),
  actorId: 1,
  ...change,
});

const objections = (change: Partial<TransitionAttempt>): string[] =>
  reasonsOf(checkTransition(registrationExample, attempt(change))).map(({ code, field }) =>
    field ? `${code} ${field}` : code,
  );

describe('checking a transition', () => {
  it('lets a complete record move on', () => {
    expect(checkTransition(registrationExample, attempt({}))).toEqual({ ok: true });
  });

  it('refuses a transition the process does not have, inherited names included', () => {
    expect(objections({ transition: 'publish' })).toEqual(['TRANSITION_UNKNOWN']);
    expect(objections({ transition: 'constructor' })).toEqual(['TRANSITION_UNKNOWN']);
  });

  it('refuses a transition from another state, naming where it may start', () => {
    const answer = checkTransition(
      registrationExample,
      attempt({ record: { state: 'submitted', personName: '王', skills: [1] } }),
    );
    expect(reasonsOf(answer)).toEqual([
      {
        code: 'TRANSITION_NOT_FROM_STATE',
        params: { transition: 'submit', state: 'submitted', expected: 'draft, returned' },
      },
    ]);
    expect(objections({ record: { personName: '王', skills: [1] } })).toEqual(['TRANSITION_NOT_FROM_STATE']);
  });

  it('asks for required fields after merging what is filled along', () => {
    expect(objections({ record: { state: 'draft' }, values: { personName: '王芳', skills: ['law'] } })).toEqual([]);
    expect(objections({ values: { skills: [] } })).toEqual(['FIELD_REQUIRED skills']);
    expect(objections({ values: { personName: '  ' } })).toContain('FIELD_REQUIRED personName');
    expect(objections({ values: { personName: undefined } })).toEqual([]);
  });

  it('takes zero and false as filled in', () => {
    expect(objections({ values: { personName: 0, skills: false } })).toEqual(['FIELD_REQUIRED personName']);
    expect(objections({ values: { skills: 0 } })).toEqual([]);
  });

  it('refuses values the transition does not open, and does not use them', () => {
    expect(objections({ values: { state: 'accepted', unitId: 7 } })).toEqual([
      'FIELD_NOT_WRITABLE state',
      'FIELD_NOT_WRITABLE unitId',
    ]);
    expect(objections({ transition: 'accept', record: { state: 'submitted' }, values: { hours: 3 } })).toEqual([
      'FIELD_NOT_WRITABLE hours',
    ]);
  });

  it('needs an opinion to return or cancel, and blanks are none', () => {
    const returning = { transition: 'return', record: { state: 'submitted' } };
    expect(objections({ ...returning, opinion: ' 　\n' })).toEqual(['OPINION_REQUIRED opinion']);
    expect(objections({ ...returning, opinion: '缺少单位意见' })).toEqual([]);
    expect(objections({ transition: 'cancel' })).toEqual(['OPINION_REQUIRED opinion']);
  });

  it('refuses an opinion over two thousand characters, counting rare characters once', () => {
    expect(objections({ opinion: '𠮷'.repeat(OPINION_MAX_LENGTH) })).toEqual([]);
    expect(objections({ opinion: '字'.repeat(OPINION_MAX_LENGTH + 1) })).toEqual(['OPINION_TOO_LONG opinion']);
  });

  it('gives every unmet reason at once, the guard’s too, and each only once', () => {
    const before = new Date(-1);
    expect(objections({ record: { state: 'accepted' }, values: { state: 'x' }, now: before })).toEqual([
      'TRANSITION_NOT_FROM_STATE',
      'FIELD_NOT_WRITABLE state',
      'FIELD_REQUIRED personName',
      'FIELD_REQUIRED skills',
      'BEFORE_TIME',
    ]);
  });
});
