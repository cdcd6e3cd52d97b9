import { type Requests } from '../tools/tools';
import { type Label } from '../tools/texts';
import { type RequestReason } from './errors';

export type RecordKey = string | number;
export type Values = Readonly<Record<string, unknown>>;

/** A transition open to the user now. */
export interface OpenTransition {
  name: string;
  label: Label;
  to: string;
  toLabel: Label;
  opinion: 'required' | 'optional' | 'none';
  /** Fields the user may fill along with it. */
  fields: readonly string[];
  requires: readonly string[];
  appearance: 'primary' | 'default' | 'danger';
  confirm: Label | null;
  /** What stands in the way and cannot be put right in the dialog. */
  blocked?: readonly RequestReason[];
}

export interface OpenTransitions {
  state: string;
  stateLabel: string;
  transitions: readonly OpenTransition[];
}

export interface TransitionOrder {
  transition: string;
  /** The state the user saw. */
  state?: string;
  opinion?: string;
  values?: Values;
}

type StateNow = Pick<OpenTransitions, 'state' | 'stateLabel'>;

const path = (collection: string, action: string, key: RecordKey): string =>
  `${collection}:${action}/${encodeURIComponent(String(key))}`;

export async function fetchOpenTransitions(
  { answer }: Pick<Requests, 'answer'>,
  collection: string,
  key: RecordKey,
): Promise<OpenTransitions> {
  const { data, meta } = await answer<readonly OpenTransition[], StateNow>(path(collection, 'transitions', key));
  return { ...meta, transitions: data };
}

/** @returns the record as the user may see it afterwards */
export async function performTransition(
  { request }: Pick<Requests, 'request'>,
  collection: string,
  key: RecordKey,
  order: TransitionOrder,
  idempotencyKey: string,
): Promise<Values> {
  const headers = { 'Idempotency-Key': idempotencyKey };
  return request<Values>(path(collection, 'transition', key), { data: order, headers });
}
