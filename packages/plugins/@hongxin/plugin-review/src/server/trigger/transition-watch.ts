import { clock } from '@hongxin/plugin-foundation';
import type { WitnessedTransition } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import type { WorkflowModel } from '@nocobase/plugin-workflow';
import type { Application } from '@nocobase/server';
import { TRIGGER_TYPE } from '../../shared/constants';
import type { Background } from '../background';
import type { Runs } from '../runs';
import { workflowOf } from '../workflow-of';
import { enabledWorkflows, noteRuns, type NotedRun } from './executions';
import { isAskedFor } from './matching';
import { stackOf } from './stack';

/** Key of the run that an event starts in a workflow; versions share it, so that a new one does not begin it anew. */
export function eventKeyOf(event: { eventId: string; at: Date }, workflowKey: string): string {
  return `hx:${event.eventId}:${event.at.getTime()}:${workflowKey}`;
}

/** Notes the runs that transitions and new records start. */
export class TransitionWatch {
  constructor(
    readonly app: Application,
    readonly background: Background,
    readonly runs: Runs,
  ) {}

  /** Inside the transaction of a transition. */
  readonly onTransition = async (event: WitnessedTransition): Promise<void> => {
    const happening = { collectionName: event.collection, transition: event.transition, to: event.to };
    const asked = (await enabledWorkflows(this.app, event.transaction)).filter(
      (workflow) => isAskedFor(workflow.config, happening) && isSince(workflow, event.at),
    );
    if (asked.length === 0) return;
    const runs: NotedRun[] = [];
    for (const workflow of asked) {
      const stack = await stackOf(this.app, workflow, event.details.executionId, event.transaction);
      if (stack === 'full') continue;
      runs.push({
        workflow,
        stack,
        eventKey: eventKeyOf(event, workflow.key),
        context: {
          recordId: event.recordId,
          collectionName: event.collection,
          transition: event.transition,
          from: event.from,
          to: event.to,
          actor: await actorOf(this.app, event),
          opinion: event.opinion,
          eventId: event.eventId,
        },
      });
    }
    await noteRuns(this, runs, event.transaction);
  };

  /** After a record was created, whichever way. */
  readonly onCreate = async (row: Model, { transaction }: { transaction?: Transaction }): Promise<void> => {
    const collection = (row.constructor as typeof Model).collection;
    const asked = collection ? this.askedForCreates(collection.name) : [];
    if (asked.length === 0) return;
    const recordId = String(row.get(collection.filterTargetKey as string));
    const createdById: unknown = row.get('createdById');
    const context = {
      recordId,
      collectionName: collection.name,
      transition: null,
      from: null,
      to: null,
      actor: { id: createdById ? Number(createdById) : null, nickname: null },
      opinion: null,
      eventId: null,
    };
    const runs = asked.map((workflow) => ({
      workflow,
      eventKey: `hx-create:${collection.name}:${recordId}:${clock.now().getTime()}:${workflow.key}`,
      context,
    }));
    await noteRuns(this, runs, transaction);
  };

  readonly onBulkCreate = async (rows: Model[], options: { transaction?: Transaction }): Promise<void> => {
    for (const row of rows) await this.onCreate(row, options);
  };

  /** Every created row comes past here, so it asks NocoBase's own memory of what is enabled, as its own trigger does. */
  private askedForCreates(collectionName: string): WorkflowModel[] {
    const happening = { collectionName, transition: null, to: null };
    return [...workflowOf(this.app).enabledCache.values()].filter(
      ({ type, config }) => type === TRIGGER_TYPE && isAskedFor(config, happening),
    );
  }
}

/** Only events since the version was enabled: what is entered afterwards with its own date starts nothing. */
function isSince(workflow: WorkflowModel, at: Date): boolean {
  const since = workflow.options?.hxEnabledAt as string | undefined;
  return since === undefined || at.getTime() >= new Date(since).getTime();
}

/** Remembers since when a version is enabled; a listener of `workflows.beforeSave`. */
export function rememberEnabling(workflow: Model): void {
  // what another configuration asked for has been noted by it: a changed one begins anew
  const isTurnedOn =
    workflow.get('enabled') && (workflow.isNewRecord || workflow.changed('enabled') || workflow.changed('config'));
  if (workflow.get('type') !== TRIGGER_TYPE || !isTurnedOn) return;
  const options = (workflow.get('options') as object | null) ?? {};
  workflow.set('options', { ...options, hxEnabledAt: clock.now().toISOString() });
}

async function actorOf(app: Application, { actor, transaction }: WitnessedTransition) {
  const id = actor.userId ?? actor.onBehalfOfId ?? null;
  const user = id === null ? null : await app.db.getModel('users').findByPk(id, { transaction });
  return { id, nickname: user ? String(user.get('nickname') ?? user.get('username') ?? '') : null };
}
