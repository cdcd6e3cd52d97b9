import type { Context, Next } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { translatedTitle } from '../../errors/titles';
import { titledDepartures } from './departure-titles';
import type { GrantSeeder } from './index';

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
          roles.map((role: Model): [string, string] => [String(role.get('name')), roleTitle(ctx, plugin.name, role)]),
        );
        const found = titledDepartures(plugin.app, ctx, await grants.departures(), titles);
        ctx.body = found.sort((a, b) => WEIGHT[b.personal] - WEIGHT[a.personal] || a.role.localeCompare(b.role));
        await next();
      },
    },
  });
}

const WEIGHT = { none: 0, masked: 1, clear: 2 } as const;

/** Shipped roles have their English in the locale files; what an administrator wrote stays as it is. */
function roleTitle(ctx: Context, namespace: string, role: Model): string {
  const title = String(role.get('title') ?? '') || String(role.get('name'));
  return title.includes('{{') ? (translatedTitle(ctx, title) ?? title) : String(ctx.t(title, { ns: namespace }));
}
