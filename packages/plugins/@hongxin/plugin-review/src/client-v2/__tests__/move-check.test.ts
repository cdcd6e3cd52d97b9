import { MOVE_TYPE, NODE_TYPE } from '../../shared/constants';
import { canNeverFollow, statesBefore, type DrawnNode } from '../../shared/move-check';

const STEPS = [
  { name: 'submit', from: ['draft', 'returned'], to: 'submitted' },
  { name: 'accept', from: ['submitted'], to: 'accepted' },
  { name: 'return', from: ['submitted'], to: 'returned' },
  { name: 'close', from: ['accepted'], to: 'closed' },
];
const TRIGGER = { collection: 'hxErrands', on: 'state' as const, states: ['submitted'] };
const review = (id: number, outcome: object, more: Partial<DrawnNode> = {}): DrawnNode => ({
  id,
  type: NODE_TYPE,
  config: { outcome },
  ...more,
});
const move = (id: number, transition: string, more: Partial<DrawnNode> = {}, config: object = {}): DrawnNode => ({
  id,
  type: MOVE_TYPE,
  config: { collection: 'hxErrands', recordId: '{{$context.data.id}}', transition, ...config },
  ...more,
});
const never = (nodes: readonly DrawnNode[], trigger: object = TRIGGER): boolean =>
  canNeverFollow(STEPS, trigger, nodes, nodes[nodes.length - 1]);

it('follows what the trigger and the reviews leave', () => {
  expect(never([review(1, { approved: 'accept' }), move(2, 'close', { upstreamId: 1 })])).toBe(false);
  // the review accepts already: nothing is submitted any more
  expect(never([review(1, { approved: 'accept' }), move(2, 'return', { upstreamId: 1 })])).toBe(true);
  expect(never([move(1, 'close')])).toBe(true);
  expect(never([move(1, 'accept')])).toBe(false);
});

it('knows in which branch it stands', () => {
  const outcome = { approved: 'accept', returned: 'return' };
  expect(never([review(1, outcome), move(2, 'close', { upstreamId: 1, branchIndex: 1 })])).toBe(false);
  expect(never([review(1, outcome), move(2, 'close', { upstreamId: 1, branchIndex: 2 })])).toBe(true);
  expect(never([review(1, outcome), move(2, 'submit', { upstreamId: 1, branchIndex: 2 })])).toBe(false);
});

it('sees what moves in the branch of an approval have done before it', () => {
  const nodes = [
    review(1, {}, { downstreamId: 3 }),
    move(2, 'accept', { upstreamId: 1, branchIndex: 1 }),
    move(3, 'close', { upstreamId: 1 }),
  ];
  expect(never(nodes)).toBe(false);
  expect([...(statesBefore(STEPS, TRIGGER, nodes, nodes[2]) ?? [])]).toEqual(['accepted']);
});

it('does not warn of what it cannot tell', () => {
  const written = { id: 1, type: 'update', config: {} };
  expect(never([written, move(2, 'close', { upstreamId: 1 })])).toBe(false);
  expect(never([move(1, 'close', {}, { recordId: '{{$jobsMapByNodeKey.x.id}}' })])).toBe(false);
  expect(never([move(1, 'close', {}, { collection: 'hxOthers' })])).toBe(false);
  expect(never([move(1, 'close')], { ...TRIGGER, on: 'create', states: [] })).toBe(false);
  expect(never([move(1, 'accept')], { ...TRIGGER, states: ['accepted'] })).toBe(false); // done already
  expect(never([move(1, 'close')], { ...TRIGGER, on: 'transition', transitions: ['submit'] })).toBe(true);
  expect(never([{ id: 1, type: 'condition' }, move(2, 'close', { upstreamId: 1, branchIndex: 1 })])).toBe(true);
});
