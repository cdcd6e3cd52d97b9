import type { Context } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { languageOf } from '../../errors';
import { translatedTitle } from '../../errors/titles';
import type { Roles } from '../roles';
import { action, type ActionsOfResource } from '../../own-actions';
import { titledDepartures } from './departure-titles';
import type { GrantSeeder } from './index';

/** `GET hxDepartures:list` — where roles depart from the shipped table, personal data first; for whoever may open the page of shipped content. */
export const departureActions = (plugin: Plugin, grants: GrantSeeder, declared: Roles): ActionsOfResource => ({
  list: action({ right: 'pm.hongxin.seeds' }, async ({ ctx }) => {
    const roles = await plugin.app.db.getRepository('roles').find({ fields: ['name', 'title'] });
    const titles = new Map<string, string>(
      roles.map((role: Model): [string, string] => [String(role.get('name')), roleTitle(ctx, declared, role)]),
    );
    const found = titledDepartures(plugin.app, ctx, await grants.departures(), titles);
    return found.sort((a, b) => WEIGHT[b.personal] - WEIGHT[a.personal] || a.role.localeCompare(b.role));
  }),
});

const WEIGHT = { none: 0, masked: 1, clear: 2 } as const;

/** Shipped roles have their English where they are declared; what an administrator wrote stays as it is. */
function roleTitle(ctx: Context, declared: Roles, role: Model): string {
  const name = String(role.get('name'));
  const title = String(role.get('title') ?? '') || name;
  return title.includes('{{') ? (translatedTitle(ctx, title) ?? title) : declared.titleIn(languageOf(ctx), name, title);
}
