import { type APIClientLike } from '@nocobase/flow-engine';
import { type Label } from '../locale';
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

interface TransitionsAnswer {
  data: readonly OpenTransition[];
  meta: { state: string; stateLabel: string };
}

const path = (collection: string, action: string, key: RecordKey): string =>
  `${collection}:${action}/${encodeURIComponent(String(key))}`;

export async function fetchOpenTransitions(
  api: APIClientLike,
  collection: string,
  key: RecordKey,
): Promise<OpenTransitions> {
  const url = path(collection, 'transitions', key);
  const { data } = await api.request<TransitionsAnswer>({ url, method: 'get', skipNotify: true });
  return { ...data.meta, transitions: data.data };
}

/** @returns the record as the user may see it afterwards */
export async function performTransition(
  api: APIClientLike,
  collection: string,
  key: RecordKey,
  order: TransitionOrder,
  idempotencyKey: string,
): Promise<Values> {
  const { data } = await api.request<{ data: Values }>({
    url: path(collection, 'transition', key),
    method: 'post',
    data: order,
    headers: { 'Idempotency-Key': idempotencyKey },
    skipNotify: true,
  });
  return data.data;
}
