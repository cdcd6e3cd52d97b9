import { defineProcess } from '@hongxin/rules/mechanism';
import type PluginFoundation from '../../../packages/plugins/@hongxin/plugin-foundation/src/server';
import type {
  Actor,
  AreaGrant,
  PartyDeclaration,
  TransitionContext,
} from '../../../packages/plugins/@hongxin/plugin-foundation/src/server/domain';
import type { TransitionEvent } from '../../../packages/plugins/@hongxin/plugin-foundation/src/server/transitions';
import { app, type Client, root, signInAs } from '../harness';

/** A process of the tests' own: an errand is submitted by its owner and settled by the community. */
export const errandProcess = defineProcess({
  key: 'testErrand',
  title: { zh: '测试事项', en: 'Test errand' },
  collection: 'hxTestErrands',
  stateField: 'state',
  initial: 'draft',
  states: {
    draft: { label: { zh: '草稿', en: 'Draft' } },
    submitted: { label: { zh: '已提交', en: 'Submitted' }, color: 'blue' },
    returned: { label: { zh: '已退回', en: 'Returned' }, side: true },
    accepted: { label: { zh: '已接收', en: 'Accepted' } },
    expired: { label: { zh: '已过期', en: 'Expired' }, final: true, side: true },
    closed: { label: { zh: '已办结', en: 'Closed' }, final: true },
  },
  transitions: {
    submit: {
      label: { zh: '提交', en: 'Submit' },
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['owner'],
      requires: ['title', 'wantedOn'],
      fields: ['title', 'wantedOn'],
    },
    accept: {
      label: { zh: '接收', en: 'Accept' },
      from: ['submitted'],
      to: 'accepted',
      by: [{ role: 'hx-test-official', level: 'community' }],
      fields: ['receipt', 'helpers'],
      appearance: 'primary',
    },
    return: {
      label: { zh: '退回', en: 'Return' },
      from: ['submitted'],
      to: 'returned',
      by: [{ role: 'hx-test-official' }],
    },
    close: { label: { zh: '办结', en: 'Close' }, from: ['accepted'], to: 'closed', by: [{ relation: 'testHelper' }] },
    expire: { label: { zh: '过期', en: 'Expire' }, from: ['submitted'], to: 'expired', by: ['system'] },
  },
});

export const COMMUNITY = '370681001001';
export const OTHER_COMMUNITY = '370681001002';

export interface Errand {
  id: number;
  state: string;
  title: string;
  [key: string]: unknown;
}

export const foundation = (): PluginFoundation => app().pm.get('@hongxin/plugin-foundation') as PluginFoundation;

/** What the tests watch. */
export const seen: { events: TransitionEvent[]; effects: string[]; failEffect: boolean } = {
  events: [],
  effects: [],
  failEffect: false,
};

export interface Cast {
  administrator: Client;
  owner: Client;
  other: Client;
  official: Client;
  streetOfficial: Client;
  outsider: Client;
}

let restore: (() => void) | undefined;

/** Makes the collection, its process, its roles and its people. */
export async function prepareErrands(): Promise<Cast> {
  const { db } = app();
  db.collection({
    name: 'hxTestErrands',
    titleField: 'title',
    title: '事项',
    filterTargetKey: 'id',
    createdBy: true,
    updatedBy: true,
    fields: [
      { type: 'string', name: 'title', uiSchema: { title: '标题' } },
      { type: 'text', name: 'story', uiSchema: { title: '经过' } },
      { type: 'dateOnly', name: 'wantedOn', uiSchema: { title: '日期' } },
      { type: 'integer', name: 'people', uiSchema: { title: '人数' } },
      { type: 'string', name: 'receipt', uiSchema: { title: '回执' } },
      { type: 'string', name: 'secret' },
      { type: 'string', name: 'number', unique: true, uiSchema: { title: '编号' } },
      { type: 'string', name: 'state' },
      { type: 'string', name: 'areaCode', index: true },
      { type: 'bigInt', name: 'ownerId' },
      { type: 'json', name: 'extra' },
      {
        type: 'belongsToMany',
        name: 'helpers',
        target: 'users',
        through: 'hxTestErrandsHelpers',
        foreignKey: 'errandId',
        otherKey: 'userId',
      },
    ],
  });
  await db.getCollection('hxTestErrands').sync(); // all tables would take ten seconds
  // NocoBase does this for collections of Data source manager: the role admin reaches them by its strategy.
  app().acl.appendStrategyResource('hxTestErrands');
  listen();
  await makeRole('hx-test-official', { areaCode: { $startsWith: '370681001' } });
  await makeRole('hx-test-owner', {});
  const people = {
    administrator: await root(),
    owner: await signInAs('errand-owner', ['hx-test-owner']),
    other: await signInAs('errand-other', ['hx-test-owner']),
    official: await signInAs('errand-official', ['hx-test-official']),
    streetOfficial: await signInAs('errand-street', ['hx-test-official']),
    outsider: await signInAs('errand-outsider', ['member']),
  };
  grantPosts({
    [people.official.userId as number]: [
      { role: 'hx-test-official', areaCode: COMMUNITY, level: 'community', postId: 1 },
    ],
    [people.streetOfficial.userId as number]: [
      { role: 'hx-test-official', areaCode: '370681001', level: 'street', postId: 2 },
    ],
  });
  return people;
}

/** Takes away what other test files would stumble over. */
export async function removeErrands(): Promise<void> {
  restore?.();
  const { db, acl } = app();
  acl.removeStrategyResource('hxTestErrands');
  const scopes = await db
    .getRepository('dataSourcesRolesResourcesScopes')
    .find({ filter: { resourceName: 'hxTestErrands' } });
  for (const scope of scopes) {
    await db.getRepository('dataSourcesRolesResourcesActions').destroy({ filter: { scopeId: scope.get('id') } });
    await scope.destroy();
  }
  await db.getRepository('roles').destroy({ filterByTk: ['hx-test-official', 'hx-test-owner'] });
  await db.sequelize.query('DROP TABLE IF EXISTS "hxTestErrands", "hxTestErrandsHelpers" CASCADE');
  for (const name of ['hxTestErrands', 'hxTestErrandsHelpers']) db.removeCollection(name);
}

function listen(): void {
  const { transitions } = foundation();
  transitions.registerProcess({
    definition: errandProcess,
    guards: {
      accept: async ({ record }: TransitionContext) =>
        record.get('people') === 13 ? [{ code: 'VALUE_INVALID', params: { field: 'people' }, field: 'people' }] : [],
    },
    effects: {
      accept: [
        async ({ db, record, transaction }: TransitionContext) => {
          seen.effects.push(String(record.get('state')));
          await db.getRepository('hxTestErrands').update({
            filterByTk: record.get('id') as number,
            values: { story: 'accepted by effect' },
            transaction,
          });
          if (seen.failEffect) throw new Error('the effect failed');
        },
      ],
    },
  });
  const party: PartyDeclaration = {
    label: { zh: '帮办人', en: 'the helper' },
    is: async (record, actor) => record.get('receipt') === `helper-${actor.userId}`,
  };
  transitions.registerParty('testHelper', party, 'test');
  const onTransition = (event: TransitionEvent): void => {
    seen.events.push(event);
  };
  app().on('hx.transition', onTransition);
  restore = () => app().off('hx.transition', onTransition);
}

function grantPosts(grants: Record<number, AreaGrant[]>): void {
  const { identities } = foundation();
  const inner = identities as unknown as { provider: unknown };
  const before = inner.provider;
  identities.provideAreaGrants(async (userId) => grants[userId] ?? []);
  const undo = restore;
  restore = () => {
    undo?.();
    inner.provider = before;
  };
}

async function makeRole(name: string, scope: object): Promise<void> {
  const { db } = app();
  const scoped = await db.getRepository('dataSourcesRolesResourcesScopes').create({
    values: {
      key: `scope-${name}`,
      dataSourceKey: 'main',
      name: `scope of ${name}`,
      resourceName: 'hxTestErrands',
      scope,
    },
  });
  const fields = ['id', 'title', 'story', 'wantedOn', 'people', 'receipt', 'state', 'areaCode', 'ownerId', 'number'];
  const actions = ['view', 'create', 'update', 'transition'].map((action) => ({
    name: action,
    fields: action === 'transition' ? [] : fields,
    scopeId: action === 'create' ? null : scoped.get('id'),
  }));
  await db.getRepository('roles').create({
    values: {
      name,
      title: name,
      snippets: [],
      resources: [{ dataSourceKey: 'main', name: 'hxTestErrands', usingActionsConfig: true, actions }],
    },
  });
}

/** A new errand of `owner`, in the state `draft`. */
export async function newErrand(owner: Client, values: object = {}): Promise<number> {
  const row = await app()
    .db.getRepository('hxTestErrands')
    .create({
      values: {
        title: 'Bring rice',
        wantedOn: '2026-03-02',
        areaCode: `${COMMUNITY}001`,
        ownerId: owner.userId,
        ...values,
      },
    });
  return Number(row.get('id'));
}

/** Moves an errand through transitions as the system. */
export const move = (id: number, ...names: string[]): Promise<void> => moveAs({ userId: null, roles: [] }, id, names);

export async function moveAs(actor: Actor, id: number, names: readonly string[]): Promise<void> {
  for (const transition of names) {
    await foundation().transitions.perform({
      collection: 'hxTestErrands',
      recordId: id,
      transition,
      opinion: 'because',
      actor,
    });
  }
}

export async function stateOf(id: number): Promise<unknown> {
  const row = await app().db.getRepository('hxTestErrands').findOne({ filterByTk: id });
  return row?.get('state');
}

export const codes = (answer: { body: { errors?: { code?: string }[] } }): (string | undefined)[] =>
  (answer.body.errors ?? []).map(({ code }) => code);
