import {
  checkTransition,
  reasonsOf,
  requiresOpinion,
  transitionsFrom,
  type Language,
  type Reason,
  type TransitionDefinition,
} from '@hongxin/rules/mechanism';
import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';
import { clock } from '../clock';
import type { Actor, ProcessRegistration } from '../domain';
import type { TransitionHooks } from './hooks';
import { PartyJudge, type PartySources } from './parties';
import { plainRecord } from './plain-record';
import { shownProcess } from './shown-process';

/** A transition open to somebody, as the client shows it. */
export interface OpenTransition {
  name: string;
  label: string;
  to: string;
  toLabel: string;
  opinion: 'required' | 'optional' | 'none';
  fields: readonly string[];
  requires: readonly string[];
  appearance: 'primary' | 'default' | 'danger';
  confirm: string | null;
  /** What stands in the way and cannot be put right in the dialog itself. */
  blocked?: Reason[];
}

/** The transitions the actor may perform on a record now, in the order of the process. */
export async function openTransitions(
  { app: { db }, parties, hooks }: { app: { db: Database }; parties: PartySources; hooks: TransitionHooks },
  registration: ProcessRegistration,
  record: Model,
  actor: Actor,
  language: Language,
): Promise<OpenTransition[]> {
  const { definition: process } = registration;
  const { collection } = record.constructor as typeof Model;
  const shown = shownProcess(collection, process);
  const key = collection.filterTargetKey as string;
  const recordId = String(record.get(key));
  const names = transitionsFrom(process, String(record.get(process.stateField)));
  // One read-only transaction serves the guards, which are written to run inside one.
  return db.sequelize.transaction(async (transaction) => {
    const judge = new PartyJudge(parties, record, actor, transaction);
    const open: OpenTransition[] = [];
    for (const name of names) {
      const definition = process.transitions[name];
      if (!(await judge.isEntitled(definition.by))) continue;
      const needed = [...(definition.requires ?? []), ...(definition.fields ?? [])];
      const plain = await plainRecord(record, needed, transaction);
      const now = clock.now();
      const attempt = { transition: name, record: plain, now, actorId: actor.userId };
      const context = {
        db,
        record,
        transition: name,
        from: String(record.get(process.stateField)),
        to: definition.to,
        values: {},
        opinion: null,
        actor,
        now,
        transaction,
      };
      const gated = await hooks.ask({ ...context, collection: process.collection, recordId });
      const reasons = [
        ...reasonsOf(checkTransition(process, attempt)),
        ...((await registration.guards?.[name]?.(context)) ?? []),
        ...(gated && 'refusal' in gated ? gated.refusal.reasons : []),
      ].filter((reason) => !isForTheDialog(reason, definition));
      open.push({
        name,
        label: definition.label[language],
        to: definition.to,
        toLabel: shown.states[definition.to].label[language],
        opinion: requiresOpinion(process, name) ? 'required' : (definition.opinion ?? 'optional'),
        fields: definition.fields ?? [],
        requires: definition.requires ?? [],
        appearance: definition.appearance ?? 'default',
        confirm: definition.confirm?.[language] ?? null,
        ...(reasons.length > 0 ? { blocked: reasons } : {}),
      });
    }
    return open;
  });
}

/** Missing opinions and fields are asked for in the dialog, so they do not block it. */
function isForTheDialog({ code, field }: Reason, { fields }: TransitionDefinition): boolean {
  return code === 'OPINION_REQUIRED' || (field !== undefined && (fields ?? []).includes(field));
}
