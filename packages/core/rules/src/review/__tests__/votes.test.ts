import * as fc from 'fast-check';
import { approvalsNeeded, countReview, type ReviewVote } from '..';

/** Votes written as `id:state<waitsFor`. */
const votes = (...texts: string[]): ReviewVote[] =>
  texts.map((text) => {
    const [head, waitsForId = null] = text.split('<');
    const [id, state] = head.split(':');
    return { id, state, waitsForId };
  });
const outcome = (kind: 'any' | 'all' | 'sequence', ...texts: string[]) =>
  countReview({ kind }, votes(...texts)).outcome;

describe('any one', () => {
  it('goes on until somebody decides, and the first decision holds', () => {
    expect(outcome('any', 'a:pending', 'b:pending')).toBeNull();
    expect(outcome('any', 'a:pending', 'b:approved')).toBe('approved');
    expect(outcome('any', 'a:returned', 'b:pending')).toBe('returned');
  });

  it('counts neither those who handed over nor those who were passed over', () => {
    expect(outcome('any', 'a:transferred', 'b:pending')).toBeNull();
    expect(outcome('any', 'a:passedUp', 'b:passedUp')).toBeNull();
  });
});

describe('all', () => {
  it('wants everybody, and one return or rejection is enough against', () => {
    expect(outcome('all', 'a:approved', 'b:pending')).toBeNull();
    expect(outcome('all', 'a:approved', 'b:approved')).toBe('approved');
    expect(outcome('all', 'a:approved', 'b:rejected', 'c:pending')).toBe('rejected');
  });
});

describe('one after another', () => {
  it('opens the next turn when the one before has approved', () => {
    const begun = votes('a:approved', 'b:waiting<a', 'c:waiting<b');
    expect(countReview({ kind: 'sequence' }, begun)).toEqual({ outcome: null, opens: ['b'] });
    expect(outcome('sequence', 'a:approved', 'b:approved<a', 'c:approved<b')).toBe('approved');
    expect(outcome('sequence', 'a:returned', 'b:waiting<a')).toBe('returned');
  });
});

describe('an added signer', () => {
  it('before: decides first, then the turn comes back', () => {
    expect(countReview({ kind: 'any' }, votes('s:approved', 'a:waiting<s', 'b:pending'))).toEqual({
      outcome: null,
      opens: ['a'],
    });
    expect(outcome('any', 's:rejected', 'a:waiting<s', 'b:pending')).toBe('rejected');
  });

  it('after: the approval only holds with the added signature', () => {
    expect(countReview({ kind: 'any' }, votes('a:approved', 's:waiting<a', 'b:pending'))).toEqual({
      outcome: null,
      opens: ['s'],
    });
    expect(outcome('any', 'a:approved', 's:approved<a', 'b:pending')).toBe('approved');
  });
});

describe('a share', () => {
  const share = (percent: number, ...texts: string[]) =>
    countReview({ kind: 'share', percent }, votes(...texts)).outcome;

  it('is reached by approvals, rounded up', () => {
    expect([approvalsNeeded(50, 3), approvalsNeeded(1, 9), approvalsNeeded(100, 4)]).toEqual([2, 1, 4]);
    expect(share(50, 'a:approved', 'b:approved', 'c:pending')).toBe('approved');
    expect(share(50, 'a:approved', 'b:returned', 'c:pending')).toBeNull();
  });

  it('ends once it cannot be reached any more, with the more frequent answer and in doubt the graver', () => {
    expect(share(50, 'a:returned', 'b:returned', 'c:pending')).toBe('returned');
    expect(share(50, 'a:returned', 'b:rejected', 'c:approved')).toBe('rejected');
  });
});

it('always ends when everybody has decided, whatever the mode', () => {
  const states = fc.array(fc.constantFrom('approved', 'returned', 'rejected'), { minLength: 1, maxLength: 6 });
  const modes = fc.oneof(
    fc.constantFrom({ kind: 'any' as const }, { kind: 'all' as const }, { kind: 'sequence' as const }),
    fc.integer({ min: 1, max: 100 }).map((percent) => ({ kind: 'share' as const, percent })),
  );
  fc.assert(
    fc.property(states, modes, (each, mode) => {
      const cast = each.map((state, index) => ({ id: String(index), state, waitsForId: null }));
      expect(countReview(mode, cast).outcome).not.toBeNull();
    }),
  );
});
