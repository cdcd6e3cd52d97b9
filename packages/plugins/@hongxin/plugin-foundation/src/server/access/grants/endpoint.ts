import type { Context, Next } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import type { GrantSeeder, RoleDeparture } from './index';

/** A departure as the settings page shows it, with titles. */
export interface DepartureAnswer extends RoleDeparture {
  roleTitle: string;
  collectionTitle: string;
}

/** `GET hxDepartures:list` — where roles depart from the shipped table, personal data first; for whoever may open the page of shipped content. */
export function registerDepartures(plugin: Plugin, grants: GrantSeeder): void {
  const { db, resourceManager } = plugin.app;
  resourceManager.define({
    name: 'hxDepartures',
    only: ['list'],
    actions: {
      list: async (ctx: Context, next: Next) => {
        const roles = await db.getRepository('roles').find({ fields: ['name', 'title'] });
        const titles = new Map<string, string>(
          roles.map((role: Model): [string, string] => [String(role.get('name')), String(role.get('title') ?? '')]),
        );
        const found = (await grants.departures()).map((each): DepartureAnswer => ({
          ...each,
          roleTitle: titles.get(each.role) || each.role,
          collectionTitle: String(db.getCollection(each.collection)?.options.title ?? each.collection),
        }));
        ctx.body = found.sort((a, b) => WEIGHT[b.personal] - WEIGHT[a.personal] || a.role.localeCompare(b.role));
        await next();
      },
    },
  });
}

const WEIGHT = { none: 0, masked: 1, clear: 2 } as const;
