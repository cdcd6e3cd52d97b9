import { repeatedSteps, surplusSteps, type SeenStep } from '../surplus-steps';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 2, 1, minute));
let ids = 0;
const step = (change: Partial<SeenStep> = {}): SeenStep => ({
  id: String((ids += 1)),
  executionId: '1',
  workflowKey: 'w',
  nodeKey: 'community',
  state: 'pending',
  recordState: 'unitConfirmed',
  startedAt: at(0),
  settledAt: null,
  isRunOpen: true,
  decisions: 0,
  isInLoop: false,
  returnedTo: null,
  ...change,
});
const HERE = { state: 'unitConfirmed', movedBy: '1' };
const indexes = (steps: readonly SeenStep[], found: Set<string>): number[] =>
  steps.flatMap(({ id }, index) => (found.has(id) ? [index] : []));
const surplus = (steps: readonly SeenStep[], record: Parameters<typeof surplusSteps>[1] = HERE): number[] =>
  indexes(steps, surplusSteps(steps, record));

it('keeps the first of repeated steps, or the one in which most was decided', () => {
  const three = [step(), step({ startedAt: at(3) }), step({ startedAt: at(6) })];
  expect(surplus(three)).toEqual([1, 2]);
  expect(surplus([step(), step({ decisions: 1, startedAt: at(3) })])).toEqual([0]);
  expect(indexes(three, repeatedSteps(three))).toEqual([1, 2]);
});

it('keeps one of two runs on a record, and each of different nodes', () => {
  expect(surplus([step(), step({ executionId: '2' })])).toEqual([1]);
  expect(surplus([step(), step({ nodeKey: 'street' })])).toEqual([]);
});

it('keeps none where the node has been decided, however late the repetition began', () => {
  const decided = step({ state: 'approved', settledAt: at(5) });
  expect(surplus([decided, step({ startedAt: at(3) }), step({ startedAt: at(9) })])).toEqual([1, 2]);
});

it('keeps the next visit of a loop, and one that was sent back', () => {
  const first = step({ state: 'approved', settledAt: at(5), isInLoop: true });
  expect(surplus([first, step({ startedAt: at(5), isInLoop: true })])).toEqual([]);
  const before = step({ state: 'approved', settledAt: at(5) });
  const back = step({
    nodeKey: 'street',
    state: 'returned',
    startedAt: at(5),
    settledAt: at(7),
    returnedTo: 'community',
  });
  expect(surplus([before, back, step({ startedAt: at(7) })])).toEqual([]);
});

it('keeps none where the record is gone, its run is over, or somebody else has moved it on', () => {
  expect(surplus([step()], null)).toEqual([0]);
  expect(surplus([step({ isRunOpen: false })])).toEqual([0]);
  expect(surplus([step()], { state: 'accepted', movedBy: null })).toEqual([0]);
  expect(surplus([step()], { state: 'accepted', movedBy: '1' })).toEqual([]); // another branch of its own run
  expect(surplus([step({ recordState: null })], { state: null, movedBy: null })).toEqual([]);
});
