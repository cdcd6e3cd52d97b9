import type { Context, Next } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { languageOf } from '../../errors';
import { translatedTitle } from '../../errors/titles';
import type { Roles } from '../roles';
import { titledDepartures } from './departure-titles';
import type { GrantSeeder } from './index';

/** `GET hxDepartures:list` — where roles depart from the shipped table, personal data first; for whoever may open the page of shipped content. */
export function registerDepartures(plugin: Plugin, grants: GrantSeeder, declared: Roles): void {
  const { db, resourceManager } = plugin.app;
  resourceManager.define({
    name: 'hxDepartures',
    only: ['list'],
    actions: {
      list: async (ctx: Context, next: Next) => {
        const roles = await db.getRepository('roles').find({ fields: ['name', 'title'] });
        const titles = new Map<string, string>(
          roles.map((role: Model): [string, string] => [String(role.get('name')), roleTitle(ctx, declared, role)]),
        );
        const found = titledDepartures(plugin.app, ctx, await grants.departures(), titles);
        ctx.body = found.sort((a, b) => WEIGHT[b.personal] - WEIGHT[a.personal] || a.role.localeCompare(b.role));
        await next();
      },
    },
  });
}

const WEIGHT = { none: 0, masked: 1, clear: 2 } as const;

/** Shipped roles have their English where they are declared; what an administrator wrote stays as it is. */
function roleTitle(ctx: Context, declared: Roles, role: Model): string {
  const name = String(role.get('name'));
  const title = String(role.get('title') ?? '') || name;
  return title.includes('{{') ? (translatedTitle(ctx, title) ?? title) : declared.titleIn(languageOf(ctx), name, title);
}
