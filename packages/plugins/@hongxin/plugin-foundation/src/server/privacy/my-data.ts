import type { Context } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { clock } from '../clock';
import type { AccessDeclarations } from '../access/declarations';
import { rightsOf, type Rights } from '../access/rights/rights';
import { fieldTitle, languageOf, refuse, translatedTitle } from '../errors';
import type { EventLog } from '../events';
import { currentIdentity, runAsSystem } from '../identity';
import { action, body, type ActionCall, type ActionsOfResource } from '../own-actions';
import type { TransitionService } from '../transitions';
import { workbookOf } from '../workbook';
import type { Consents } from './consents';
import { looksAt } from './looks';
import type { DataRequests } from './requests';
import { dataSection, type DataSection } from './sections';
import { subjectCollections } from './subject';

const DOWNLOAD = {
  right: 'loggedIn',
  query: {
    format: body.optional(
      body.choice({ zh: '格式', en: 'format' }, { json: { zh: 'json', en: 'json' }, xlsx: { zh: 'xlsx', en: 'xlsx' } }),
    ),
  },
} as const;

const REQUEST = {
  right: 'loggedIn',
  writes: true,
  body: {
    kind: body.otherwise(
      body.choice(
        { zh: '申请类型', en: 'kind of request' },
        { correction: { zh: '更正', en: 'correction' }, deletion: { zh: '删除', en: 'deletion' } },
      ),
      () => ({ code: 'REQUEST_KIND_INVALID' }),
    ),
    collection: body.optional(body.text({ zh: '数据表', en: 'table' }, 100)),
    recordId: body.id({ zh: '记录编号', en: 'id of the record' }),
    field: body.optional(body.text({ zh: '字段', en: 'field' }, 100)),
    proposedValue: body.optional(body.text({ zh: '正确的内容', en: 'correct value' }, 255)),
    reason: body.optional(body.text({ zh: '理由', en: 'reason' }, 1000)),
  },
} as const;

const WITHDRAW_CONSENT = {
  right: 'loggedIn',
  writes: true,
  body: { consentId: body.id({ zh: '同意记录', en: 'consent' }) },
} as const;

/** What people are shown of their data, and what they may ask, comes from these. */
export interface MyDataUses {
  events: EventLog;
  access: AccessDeclarations;
  transitions: Pick<TransitionService, 'shown'>;
  privacy: { consents: Consents; requests: DataRequests };
}

/**
 * The resource `hxMyData`: what is kept about the caller, who has looked, a copy to take away, and requests. It only
 * ever answers about the caller, whatever is asked; so every signed-in person may use it.
 */
export function myDataActions(app: Application, uses: MyDataUses): ActionsOfResource {
  const caller = (): { userId: number; rights: Rights } => {
    const identity = currentIdentity();
    if (!identity || identity.userId === null) throw refuse(401, 'NOT_PERMITTED');
    return { userId: identity.userId, rights: rightsOf(app, identity) };
  };
  const subjects = () => subjectCollections(app.db, uses.access);

  async function sectionsOf(ctx: Context, userId: number, rights: Rights): Promise<DataSection[]> {
    const sections: DataSection[] = [];
    for (const subject of subjects()) {
      const section = await dataSection(ctx, subject, userId, rights);
      if (section.records.length > 0) sections.push(section);
    }
    return sections;
  }

  async function everything(ctx: Context) {
    const { userId, rights } = caller();
    const user: Model = await app.db.getRepository('users').findOne({ filterByTk: userId });
    const account = Object.fromEntries(
      ['nickname', 'username', 'email', 'phone'].map((name) => [name, (user.get(name) as string | null) ?? null]),
    );
    const consents = await consentsOf(ctx, userId);
    const requests = await requestsOf(ctx, userId);
    return { account, sections: await sectionsOf(ctx, userId, rights), consents, requests };
  }

  async function consentsOf(ctx: Context, userId: number) {
    const english = languageOf(ctx) === 'en';
    const rows: Model[] = await app.db.getRepository('hxConsents').find({ filter: { userId }, sort: ['-givenAt'] });
    const notices: Model[] = await app.db.getRepository('hxPrivacyNotices').find({ sort: ['publishedAt', 'id'] });
    return rows.map((row) => {
      const ofCode = notices.filter((notice) => notice.get('code') === row.get('noticeCode'));
      const notice = ofCode.find((each) => each.get('version') === row.get('version'));
      return {
        id: String(row.get('id')),
        notice: String(notice?.get(english ? 'titleEn' : 'title') ?? row.get('noticeCode')),
        text: (notice?.get(english ? 'textEn' : 'text') as string | null | undefined) ?? null,
        version: String(row.get('version')),
        currentVersion: String(ofCode[ofCode.length - 1]?.get('version') ?? row.get('version')),
        givenAt: (row.get('givenAt') as Date).toISOString(),
        withdrawnAt: (row.get('withdrawnAt') as Date | null)?.toISOString() ?? null,
      };
    });
  }

  async function requestsOf(ctx: Context, userId: number) {
    const language = languageOf(ctx);
    const definition = uses.transitions.shown('hxDataRequests');
    const rows: Model[] = await app.db
      .getRepository('hxDataRequests')
      .find({ filter: { ownerId: userId }, sort: ['-requestedAt'], limit: 200 });
    return rows.map((row) => {
      const state = String(row.get('state'));
      return {
        id: String(row.get('id')),
        kind: String(row.get('kind')),
        about: String(row.get('about') ?? ''),
        state,
        stateLabel: definition?.states[state]?.label[language] ?? state,
        stateColor: definition?.states[state]?.color ?? 'default',
        isOpen: !definition?.states[state]?.final,
        answer: row.get('answer') as string | null,
        requestedAt: (row.get('requestedAt') as Date).toISOString(),
      };
    });
  }

  /** `format` json (default) or xlsx. The copy leaves an event, like every export. */
  async function download({ ctx, userId, query }: ActionCall<typeof DOWNLOAD>) {
    const format = query.format ?? 'json';
    const data = await everything(ctx);
    const look = await looksAt(ctx, subjects(), userId);
    const entry = { collectionName: 'users', recordId: String(userId), transition: 'myDataExport', actorId: userId };
    await app.db.sequelize.transaction((transaction) =>
      uses.events.append({ ...entry, details: { format } }, transaction),
    );
    ctx.withoutDataWrapping = true;
    ctx.set('Content-Disposition', `attachment; filename="my-data.${format}"`);
    if (format === 'json') {
      ctx.set('Content-Type', 'application/json; charset=utf-8');
      return JSON.stringify({ exportedAt: clock.now().toISOString(), ...data, looks: look }, null, 2);
    }
    ctx.set('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    return workbookOf(sheetsOf(ctx, data, look));
  }

  function sheetsOf(
    ctx: Context,
    { account, sections, consents }: Awaited<ReturnType<typeof everything>>,
    look: Awaited<ReturnType<typeof looksAt>>,
  ) {
    const t = (text: string) => String(ctx.t(text, { ns: '@hongxin/plugin-foundation' }));
    const users = app.db.getCollection('users');
    return [
      {
        name: t('账号'),
        rows: Object.entries(account).map(([name, value]) => [fieldTitle(ctx, users, name) ?? name, value]),
      },
      ...sections.map(({ title, records }) => ({
        name: title,
        rows: [
          records[0].items.map((item) => item.title),
          ...records.map(({ items }) => items.map(({ value }) => value)),
        ],
      })),
      {
        name: t('同意记录'),
        rows: [
          [t('告知书'), t('版本'), t('同意时间'), t('撤回时间')],
          ...consents.map(({ notice, version, givenAt, withdrawnAt }) => [notice, version, givenAt, withdrawnAt]),
        ],
      },
      {
        name: t('谁看过我的信息'),
        rows: [
          [t('时间'), t('查看人'), t('数据表'), t('内容'), t('查看事由')],
          ...look.map((each) => [each.at, each.actorName, each.collectionTitle, each.fieldTitle, each.reason]),
        ],
      },
    ];
  }

  async function request({ ctx, userId, transaction, body: asked }: ActionCall<typeof REQUEST>) {
    const { kind, recordId, proposedValue, reason } = asked;
    const collection = asked.collection ?? '';
    const field = asked.field ?? undefined;
    const about = aboutText(ctx, collection, kind === 'correction' ? field : undefined);
    const entry = {
      kind,
      collection,
      recordId,
      field,
      proposedValue: proposedValue ?? '',
      reason: reason ?? '',
      about,
    };
    return { id: await uses.privacy.requests.make(userId, entry, transaction) };
  }

  function aboutText(ctx: Context, name: string, field?: string): string {
    const collection = app.db.getCollection(name);
    const title = translatedTitle(ctx, collection?.options.title) ?? name;
    return field ? `${title} / ${fieldTitle(ctx, collection, field) ?? field}` : title;
  }

  /** What follows for the record is handled as a request. */
  async function withdrawConsent({
    ctx,
    userId,
    transaction,
    body: { consentId },
  }: ActionCall<typeof WITHDRAW_CONSENT>) {
    const withdrawn = await uses.privacy.consents.withdraw(userId, consentId, transaction);
    const { collectionName: collection, recordId } = withdrawn;
    if (subjects().some((subject) => subject.collection.name === collection)) {
      const reason = String(ctx.t('撤回个人信息处理的同意', { ns: '@hongxin/plugin-foundation' }));
      const entry = { kind: 'withdrawal' as const, collection, recordId, reason, about: aboutText(ctx, collection) };
      await runAsSystem(() => uses.privacy.requests.make(userId, entry, transaction));
    }
    return { withdrawn: true };
  }

  return {
    get: action({ right: 'loggedIn' }, ({ ctx }) => everything(ctx)),
    looks: action({ right: 'loggedIn' }, ({ ctx, userId }) => looksAt(ctx, subjects(), userId)),
    download: action(DOWNLOAD, download),
    request: action(REQUEST, request),
    withdrawConsent: action(WITHDRAW_CONSENT, withdrawConsent),
  };
}
