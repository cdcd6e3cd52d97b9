import type { ProcessDefinition } from '@hongxin/rules/mechanism';
import type { Context, Next } from '@nocobase/actions';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { AccessDeclarations } from '../access/declarations';
import type { Actor, ProcessRegistration } from '../domain';
import { languageOf, refuse } from '../errors';
import type { ReasonDescriber } from '../errors/describe';
import { handler } from '../handler';
import { currentIdentity } from '../identity';
import { historyOf } from './history';
import { claimKey } from './idempotency';
import type { TransitionHooks } from './hooks';
import { openTransitions } from './open-transitions';
import { isAdministrator, type PartySources } from './parties';
import type { PerformOptions } from './performing';
import { transitionRequest } from './request';
import { hasDecided, seenBy, sightOf } from './sight';
import { unknownState } from './states-of';
import { isInScopeOfAction, requireProcess, visibleRecord } from './visible-record';

/** What the doors lead to. */
export interface TransitionDoors {
  app: Application;
  access: AccessDeclarations;
  describer: ReasonDescriber;
  parties: PartySources;
  hooks: TransitionHooks;
  processOf(collection: string): ProcessRegistration | undefined;
  shown(collection: string): ProcessDefinition | undefined;
  perform(options: PerformOptions): Promise<Model>;
}

/** HTTP doors of the transitions, for every collection that has a process (contract, architecture.md §3). */
export function transitionActions(service: TransitionDoors) {
  const { app } = service;

  /** POST <collection>:transition/<id> */
  async function transition(ctx: Context, next: Next): Promise<void> {
    const visible = await visibleRecord(ctx);
    const { collection, record, fields } = visible;
    const { definition } = requireProcess(collection, service.processOf(collection.name));
    if (!(await isInScopeOfAction(ctx, visible))) throw refuse(403, 'NOT_PERMITTED');
    const request = transitionRequest(ctx);
    const misspelt = request.state === null ? undefined : unknownState(definition, request.state);
    if (misspelt) throw misspelt;
    const recordId = String(record.get(collection.filterTargetKey as string));
    const actor = actorOf(ctx);
    const seenStates = [request.state, record.get(definition.stateField) as string | null].filter(
      (state) => state !== null,
    );
    const key = ctx.get('Idempotency-Key');
    const perform = async (transaction: Transaction): Promise<Record<string, unknown>> => {
      const performed = await service.perform({
        ...request,
        collection: collection.name,
        recordId,
        actor,
        transaction,
        seenStates,
        requestedAt: ctx.state.hxArrivedAt,
      });
      return shown(performed, fields);
    };
    ctx.body = await app.db.sequelize.transaction(async (transaction) => {
      if (key === '' || actor.userId === null) return perform(transaction);
      const content = { collection: collection.name, recordId, request };
      const claim = await claimKey(app.db, { userId: actor.userId, key, content }, transaction);
      if ('answer' in claim) return claim.answer.body;
      const body = await perform(transaction);
      await claim.remember({ status: 200, body });
      return body;
    });
    await next();
  }

  /** GET <collection>:transitions/<id> → the transitions open to the caller; `meta` holds the record's state. */
  async function transitions(ctx: Context, next: Next): Promise<void> {
    const visible = await visibleRecord(ctx);
    const { collection, record } = visible;
    const registration = requireProcess(collection, service.processOf(collection.name));
    const language = languageOf(ctx);
    const state = String(record.get(registration.definition.stateField));
    const actor = actorOf(ctx);
    const may = isAdministrator(actor) || ctx.can({ resource: collection.name, action: 'transition' });
    const open = may ? await openTransitions(service, registration, record, actor, language) : [];
    const rows = open.map(({ blocked, ...each }) => ({
      ...each,
      ...(blocked ? { blocked: service.describer.entries(ctx, blocked) } : {}),
    }));
    const stateLabel = service.shown(collection.name)?.states[state]?.label[language] ?? state;
    ctx.body = { rows, state, stateLabel, collection: collection.name };
    await next();
  }

  /** GET <collection>:history/<id> → the record's events, newest last. */
  async function history(ctx: Context, next: Next): Promise<void> {
    const visible = await visibleRecord(ctx);
    const { collection, record } = visible;
    const recordId = String(record.get(collection.filterTargetKey as string));
    const access = service.access.declarationOf(collection.name);
    const entries = await historyOf(app.db, service.shown(collection.name), collection.name, recordId, languageOf(ctx));
    const identity = currentIdentity();
    ctx.body = seenBy(sightOf(app, access, identity, visible, hasDecided(entries, identity?.userId)), entries);
    await next();
  }

  return { transition: handler(transition), transitions: handler(transitions), history: handler(history) };
}

/** Who asks. */
export function actorOf(ctx: Context): Actor {
  const { currentUser, currentRoles, currentRole } = ctx.state;
  if (!currentUser) throw refuse(401, 'NOT_PERMITTED');
  const name = (currentUser.nickname ?? currentUser.username ?? '') as string;
  return { userId: Number(currentUser.id), name, roles: currentRoles ?? [currentRole] };
}

/** The record as the caller's grant shows it. */
function shown(record: Model, fields: readonly string[] | undefined): Record<string, unknown> {
  const all = record.toJSON() as Record<string, unknown>;
  return fields === undefined
    ? all
    : Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name) || name === 'id'));
}
