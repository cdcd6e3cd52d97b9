import { MOVE_TYPE, NODE_TYPE, OUTCOMES, BRANCH } from './constants';
import type { MoveNodeConfig, ReviewNodeConfig, TransitionTriggerConfig } from './config';

/** A node as the canvas and the database have it. */
export interface DrawnNode {
  id: number | string;
  type: string;
  config?: unknown;
  upstreamId?: number | string | null;
  downstreamId?: number | string | null;
  branchIndex?: number | string | null;
}

interface Step {
  name: string;
  from: readonly string[];
  to: string;
}

/** Kinds of nodes that leave a record as it is; what others do to it is not known here. */
const HARMLESS = new Set(['condition', 'delay', 'notification', 'query', 'calculation', 'cc', 'request', 'json-query']);
/** The record that the run is about. */
const ITSELF = '$context.data.id';

/**
 * The states in which a record can be when a run reaches a node: what the trigger leaves, and what the reviews and moves on
 * the way there make of it.
 * @returns null where it cannot be told, e.g. after a node that may write the record
 */
export function statesBefore(
  steps: readonly Step[],
  trigger: Partial<TransitionTriggerConfig>,
  nodes: readonly DrawnNode[],
  node: DrawnNode,
): ReadonlySet<string> | null {
  const byId = new Map(nodes.map((each) => [String(each.id), each]));
  const way: { node: DrawnNode; branch: number | null }[] = [];
  const seen = new Set<string>();
  for (let each = node; each.upstreamId !== null && each.upstreamId !== undefined;) {
    const above = byId.get(String(each.upstreamId));
    if (!above || seen.has(String(above.id))) return null;
    seen.add(String(above.id));
    const branch = each.branchIndex === null || each.branchIndex === undefined ? null : Number(each.branchIndex);
    way.unshift({ node: above, branch });
    each = above;
  }
  let states = statesAtStart(steps, trigger);
  for (const { node: passed, branch } of way) states = states && after(steps, trigger, nodes, passed, branch, states);
  return states;
}

/** Whether a move can never be carried out where it stands; false where that cannot be told. */
export function canNeverFollow(
  steps: readonly Step[],
  trigger: Partial<TransitionTriggerConfig>,
  nodes: readonly DrawnNode[],
  node: DrawnNode,
): boolean {
  const config = (node.config ?? {}) as Partial<MoveNodeConfig>;
  const step = steps.find(({ name }) => name === config.transition);
  if (!step || !isAbout(config, trigger)) return false;
  const states = statesBefore(steps, trigger, nodes, node);
  return states !== null && ![...states].some((state) => step.from.includes(state) || state === step.to);
}

function statesAtStart(steps: readonly Step[], trigger: Partial<TransitionTriggerConfig>): ReadonlySet<string> | null {
  if (trigger.on === 'state' && trigger.states?.length) return new Set(trigger.states);
  if (trigger.on !== 'transition' || !trigger.transitions?.length) return null;
  const taken = trigger.transitions.map((name) => steps.find((step) => step.name === name)?.to);
  return taken.includes(undefined) ? null : new Set(taken as string[]);
}

/** @param branch which branch of the node the run goes on in; null: below it, which is the way of what was approved */
function after(
  steps: readonly Step[],
  trigger: Partial<TransitionTriggerConfig>,
  nodes: readonly DrawnNode[],
  node: DrawnNode,
  branch: number | null,
  states: ReadonlySet<string>,
): ReadonlySet<string> | null {
  if (node.type === MOVE_TYPE) {
    const config = (node.config ?? {}) as Partial<MoveNodeConfig>;
    return isAbout(config, trigger) ? taking(steps, config.transition, states) : states;
  }
  if (node.type === NODE_TYPE) {
    const { outcome = {} } = (node.config ?? {}) as Partial<ReviewNodeConfig>;
    const name = OUTCOMES.find((each) => BRANCH[each] === (branch ?? BRANCH.approved)) ?? 'approved';
    const left = taking(steps, outcome[name], states);
    return branch === null ? throughBranch(steps, trigger, nodes, node, left) : left;
  }
  if (!HARMLESS.has(node.type)) return null;
  // what a condition's branches have done is not looked into: below them nothing is known but what they leave alone
  const hasBranches = nodes.some(
    (each) => String(each.upstreamId) === String(node.id) && (each.branchIndex ?? null) !== null,
  );
  return branch === null && hasBranches ? null : states;
}

/** What the nodes in the branch of an approval leave behind, before the run goes on below the review. */
function throughBranch(
  steps: readonly Step[],
  trigger: Partial<TransitionTriggerConfig>,
  nodes: readonly DrawnNode[],
  review: DrawnNode,
  states: ReadonlySet<string>,
): ReadonlySet<string> | null {
  const isFirst = (each: DrawnNode): boolean =>
    String(each.upstreamId) === String(review.id) && Number(each.branchIndex) === BRANCH.approved;
  let left: ReadonlySet<string> | null = states;
  for (let each = nodes.find(isFirst), count = 0; each && left && count < nodes.length; count += 1) {
    left = after(steps, trigger, nodes, each, null, left);
    const { downstreamId } = each;
    each = nodes.find(({ id }) => (downstreamId ?? null) !== null && String(id) === String(downstreamId));
  }
  return left;
}

/** A step that none of the states allows is refused, and leaves the record where it is. */
function taking(steps: readonly Step[], name: string | undefined, states: ReadonlySet<string>): ReadonlySet<string> {
  const step = steps.find((each) => each.name === name);
  return step && [...states].some((state) => step.from.includes(state)) ? new Set([step.to]) : states;
}

function isAbout(config: Partial<MoveNodeConfig>, trigger: Partial<TransitionTriggerConfig>): boolean {
  const nameOf = (value: string | undefined): string | undefined => value?.split(':').at(-1);
  return nameOf(config.collection) === nameOf(trigger.collection) && String(config.recordId ?? '').includes(ITSELF);
}
