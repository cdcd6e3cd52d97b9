import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { translatedTitle } from '../../errors/titles';
import type { RoleDeparture } from './index';
import { titlesOf, type Titled } from './titled';

/** A departure as an administrator reads it: titles in their language, with names where titles alone would not tell. */
export interface DepartureAnswer extends Omit<RoleDeparture, 'differences' | 'personalFields'> {
  roleTitle: Titled;
  collectionTitle: Titled;
  differences: (Omit<RoleDeparture['differences'][number], 'fields'> & { actionTitle: string; fields: Titled[] })[];
  personalFields: Titled[];
}

/** @param roleTitles titles of all roles by name, in the reader's language */
export function titledDepartures(
  app: Application,
  ctx: Context,
  departures: readonly RoleDeparture[],
  roleTitles: ReadonlyMap<string, string>,
): DepartureAnswer[] {
  const { db } = app;
  const collectionTitle = ({ name, options }: Collection) => translatedTitle(ctx, options.title) ?? name;
  const roles = titlesOf(roleTitles);
  const collections = titlesOf(new Map([...db.collections.values()].map((each) => [each.name, collectionTitle(each)])));
  return departures.map(({ differences, personalFields, ...rest }): DepartureAnswer => {
    const collection = db.getCollection(rest.collection);
    const fields = titlesOf(fieldTitles(ctx, collection));
    const titled = (names: readonly string[]) => withoutKeys(names, collection).map(fields);
    return {
      ...rest,
      roleTitle: roles(rest.role),
      collectionTitle: collections(rest.collection),
      differences: differences.map((each) => ({
        ...each,
        actionTitle: actionTitle(app, ctx, each.action),
        fields: titled(each.fields),
      })),
      personalFields: titled(personalFields),
    };
  });
}

/** An action of NocoBase's role settings, titled as there. */
function actionTitle({ acl }: Application, ctx: Context, name: string): string {
  return translatedTitle(ctx, acl.getAvailableActions().get(name)?.options.displayName) ?? name;
}

function fieldTitles(ctx: Context, collection: Collection | undefined): Map<string, string> {
  return new Map(
    [...(collection?.fields.values() ?? [])].map(({ name, options }): [string, string] => [
      name,
      translatedTitle(ctx, (options as { uiSchema?: { title?: unknown } }).uiSchema?.title) ?? name,
    ]),
  );
}

/** A relation is granted together with its foreign key: the reader is told of one thing once. */
function withoutKeys(names: readonly string[], collection: Collection | undefined): string[] {
  const keys = names.map(
    (name) => collection?.getField(name)?.options as { type?: string; foreignKey?: string } | undefined,
  );
  const covered = new Set(keys.filter((key) => key?.type === 'belongsTo').map((key) => key?.foreignKey));
  return names.filter((name) => !covered.has(name));
}
