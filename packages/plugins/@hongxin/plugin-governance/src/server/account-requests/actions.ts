import { action, body, foundationOf, refuse, type ActionsOfResource } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { requirePatience } from '../common/accounts/attempts';
import { credentialsIn, CREDENTIALS, short } from '../common/accounts/body';
import type { AccountRequests } from './requests';

/** A field no person sees: what fills it is a program. */
const HONEYPOT = 'website';

const CODE = { code: short('查询码', 'code') };

const APPLY = {
  kind: short('类型', 'kind'),
  organizationName: short('单位或组织名称', 'organisation'),
  creditCode: short('统一社会信用代码', 'credit code'),
  applicantName: short('申请人姓名', 'name of the applicant'),
  phone: short('手机号码', 'phone'),
  areaId: body.optional(body.id({ zh: '所在区域', en: 'area' })),
  note: short('说明', 'note'),
  [HONEYPOT]: short('网站', 'website'),
};

/**
 * The doors of `hxJoin` for people without an account. Everything public is counted per address, takes text of bounded
 * length, and tells nothing about accounts there are.
 */
export const requestActions = (app: Application, requests: AccountRequests): ActionsOfResource => ({
  /** Streets and communities to choose from: public geography. */
  areas: action({ right: 'public' }, async () => {
    const rows: Model[] = await app.db.getRepository('hxAreas').find({
      filter: { level: { $in: ['street', 'community'] } },
      fields: ['id', 'name', 'level', 'code', 'parentId'],
      sort: ['code'],
      limit: 2000,
    });
    return rows.map((row) => ({
      id: String(row.get('id')),
      name: row.get('name'),
      level: row.get('level'),
      parentId: row.get('parentId') === null ? null : String(row.get('parentId')),
    }));
  }),

  apply: action({ right: 'public', body: APPLY }, async ({ ctx, body: asked }) => {
    await requirePatience(app, ctx, 'apply');
    if (asked[HONEYPOT]) throw refuse(400, 'PARAMETER_INVALID', { name: HONEYPOT });
    return requests.apply(asked);
  }),

  /** How the request stands; the code is the applicant's secret. */
  status: action({ right: 'public', body: CODE }, async ({ ctx, body: { code } }) => {
    await requirePatience(app, ctx, 'code');
    const row = await requests.find(code);
    const state = String(row.get('state'));
    const label = foundationOf(app).transitions.shown('hxAccountRequests')?.states[state]?.label;
    return { state, label, organizationName: row.get('organizationName'), answer: row.get('answer') };
  }),

  activate: action({ right: 'public', body: { ...CODE, ...CREDENTIALS } }, async ({ ctx, body: asked }) => {
    await requirePatience(app, ctx, 'code');
    await requests.activate({ code: asked.code, ...credentialsIn(asked) });
    return { opened: true };
  }),
});
