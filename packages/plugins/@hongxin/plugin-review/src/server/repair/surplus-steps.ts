/** A visit to a review node, as far as it tells whether the visit is one too many. */
export interface SeenStep {
  id: string;
  executionId: string;
  workflowKey: string;
  nodeKey: string;
  state: string;
  recordState: string | null;
  startedAt: Date;
  settledAt: Date | null;
  /** Whether its run still goes on. */
  isRunOpen: boolean;
  /** How many have decided in it. */
  decisions: number;
  /** Within a loop a node is visited again. */
  isInLoop: boolean;
  /** Key of the node that it was sent back to. */
  returnedTo: string | null;
}

/** Where a record stands; null when it is gone. */
export interface Standing {
  state: string | null;
  /** Run that moved it last; null when it was moved by hand. */
  movedBy: string | null;
}

const DECIDED = new Set(['approved', 'returned', 'rejected', 'timedOut']);

/**
 * Pending steps of one record that nobody has to decide: their run is over, the record has moved on, their node has been
 * decided already, or they repeat another one. Of repeated ones the one stays in which most was decided, else the first.
 */
export function surplusSteps(steps: readonly SeenStep[], record: Standing | null): Set<string> {
  const pending = steps.filter(({ state }) => state === 'pending');
  const valid = pending.filter((step) => !isOver(step, record) && !isDecided(step, steps));
  const kept = new Map<string, SeenStep>();
  for (const step of valid) {
    const key = `${step.workflowKey}/${step.nodeKey}`;
    const other = kept.get(key);
    if (!other || step.decisions > other.decisions) kept.set(key, step);
  }
  const keptIds = new Set([...kept.values()].map(({ id }) => id));
  return new Set(pending.map(({ id }) => id).filter((id) => !keptIds.has(id)));
}

/** Steps that began while another one on the same record and node was open: their notices are one too many. */
export function repeatedSteps(steps: readonly SeenStep[]): Set<string> {
  const isRepeat = (step: SeenStep, index: number): boolean =>
    steps
      .slice(0, index)
      .some((other) => isSameNode(other, step) && (other.settledAt === null || other.settledAt > step.startedAt));
  return new Set(steps.filter(isRepeat).map(({ id }) => id));
}

function isOver({ isRunOpen, recordState, executionId }: SeenStep, record: Standing | null): boolean {
  if (!record || !isRunOpen) return true;
  return recordState !== null && record.state !== recordState && record.movedBy !== executionId;
}

function isDecided(step: SeenStep, steps: readonly SeenStep[]): boolean {
  return steps.some(
    (other) =>
      other.executionId === step.executionId &&
      isSameNode(other, step) &&
      DECIDED.has(other.state) &&
      other.settledAt !== null &&
      (other.settledAt > step.startedAt || (!step.isInLoop && !wasSentBack(step, other.settledAt, steps))),
  );
}

/** Whether the matter came back to the node between its decision and this visit, which begins a moment after. */
function wasSentBack(step: SeenStep, decidedAt: Date, steps: readonly SeenStep[]): boolean {
  return steps.some(
    ({ executionId, returnedTo, settledAt }) =>
      executionId === step.executionId &&
      returnedTo === step.nodeKey &&
      settledAt !== null &&
      settledAt >= decidedAt &&
      settledAt <= step.startedAt,
  );
}

const isSameNode = (a: SeenStep, b: SeenStep): boolean => a.workflowKey === b.workflowKey && a.nodeKey === b.nodeKey;
