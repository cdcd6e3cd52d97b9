import type { Context } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import { fieldTitle, languageOf, translatedTitle } from '../errors';
import type { TransitionService } from '../transitions';
import { eventLabel, stateLabel } from './labels';

/** One line of the log as a person reads it. */
export interface TraceLine {
  id: string;
  at: string;
  collection: string;
  collectionTitle: string;
  recordId: string;
  transition: string;
  label: string;
  from: string | null;
  to: string | null;
  actorId: number | null;
  actorName: string | null;
  onBehalfOfId: number | null;
  opinion: string | null;
  /** Titles of the fields concerned, and what else was kept. */
  fields: string[];
  details: Record<string, unknown>;
}

/** Words the reader's language for rows of hxEvents. */
export function traceLines(
  ctx: Context,
  processes: Pick<TransitionService, 'shown'>,
  rows: readonly Model[],
): TraceLine[] {
  const language = languageOf(ctx);
  return rows.map((row) => {
    const name = String(row.get('collectionName'));
    const process = processes.shown(name);
    const { field, fields, ...details } = (row.get('details') as Record<string, unknown> | null) ?? {};
    const named = [field, ...(Array.isArray(fields) ? (fields as unknown[]) : [])].filter(
      (each): each is string => typeof each === 'string',
    );
    const collection = ctx.db.getCollection(typeof details.of === 'string' ? details.of : name);
    return {
      id: String(row.get('id')),
      at: (row.get('at') as Date).toISOString(),
      collection: name,
      collectionTitle: collectionTitle(ctx, name),
      recordId: String(row.get('recordId')),
      transition: String(row.get('transition')),
      label: eventLabel(process, String(row.get('transition')), language),
      from: stateLabel(process, row.get('from') as string | null, language),
      to: stateLabel(process, row.get('to') as string | null, language),
      actorId: numberOrNull(row.get('actorId')),
      actorName: row.get('actorName') as string | null,
      onBehalfOfId: numberOrNull(row.get('onBehalfOfId')),
      opinion: row.get('opinion') as string | null,
      fields: named.map((each) => fieldTitle(ctx, collection, each) ?? each),
      details,
    };
  });
}

export function collectionTitle(ctx: Context, name: string): string {
  return translatedTitle(ctx, ctx.db.getCollection(name)?.options.title) ?? name;
}

const numberOrNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
