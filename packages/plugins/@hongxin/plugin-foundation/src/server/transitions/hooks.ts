import type { Model, Transaction } from '@nocobase/database';
import type { Actor } from '../domain';
import type { Refusal } from '../errors';
import type { TransitionEvent } from './event';

/** A transition somebody asks for, before anything is checked. */
export interface GatedAttempt {
  collection: string;
  recordId: string;
  transition: string;
  opinion: string | null;
  values: Readonly<Record<string, unknown>>;
  actor: Actor;
  /** The row; locked unless the question is only which transitions are open. */
  record: Model;
  transaction: Transaction;
  /** Keys of all the records that are asked about together, each locked: a gate may look them up at once. */
  batch?: readonly string[];
}

/**
 * What a gate says: nothing, or that it performs the transition its own way (a review that waits for this decision), or
 * that it must not happen now. A refusal is thrown only after rights and reasons were checked, so that it tells nothing
 * to whoever may not perform the transition anyway.
 */
export type GateAnswer = { perform(): Promise<Model> } | { refusal: Refusal } | null;
export type TransitionGate = (attempt: GatedAttempt) => Promise<GateAnswer>;

/** A transition as it stands in the log, its transaction still open. */
export interface WitnessedTransition extends TransitionEvent {
  record: Model;
  opinion: string | null;
  at: Date;
  details: Readonly<Record<string, unknown>>;
  /** One of many, all of whose rows were locked before the first was told of. */
  isBatch: boolean;
  transaction: Transaction;
}
export type TransitionWitness = (performed: WitnessedTransition) => Promise<void>;

/**
 * Other plugins at the door of the transitions: gates are asked before a user's transition, witnesses are told inside
 * its transaction, so that what they write is there exactly when the transition is.
 */
export class TransitionHooks {
  private readonly gates: TransitionGate[] = [];
  private readonly witnesses: TransitionWitness[] = [];

  registerGate(gate: TransitionGate): void {
    this.gates.push(gate);
  }

  registerWitness(witness: TransitionWitness): void {
    this.witnesses.push(witness);
  }

  /** The first gate that has something to say; the system itself passes. */
  async ask(attempt: GatedAttempt): Promise<GateAnswer> {
    if (attempt.actor.userId === null) return null;
    for (const gate of this.gates) {
      const answer = await gate(attempt);
      if (answer !== null) return answer;
    }
    return null;
  }

  async tell(performed: WitnessedTransition): Promise<void> {
    for (const witness of this.witnesses) await witness(performed);
  }
}
