import { app, reset, signInAs } from '@test/server/harness';
import {
  type Cast,
  codes,
  COMMUNITY,
  type Errand,
  errandProcess,
  foundation,
  move,
  moveAs,
  newErrand,
  OTHER_COMMUNITY,
  prepareErrands,
  removeErrands,
  seen,
  stateOf,
} from '@test/server/foundation/errands';

jest.setTimeout(60_000);

let cast: Cast;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
});
afterAll(removeErrands);
beforeEach(() => Object.assign(seen, { events: [], effects: [], failEffect: false }));

const eventsOf = (id: number) =>
  app()
    .db.getRepository('hxEvents')
    .find({ filter: { collectionName: 'hxTestErrands', recordId: String(id) }, sort: 'id' });

describe('POST :transition', () => {
  it('moves the state, writes the values and one event, and answers with the record', async () => {
    const id = await newErrand(cast.owner, { title: null });
    const answer = await cast.owner.post<Errand>(`hxTestErrands:transition/${id}`, {
      transition: 'submit',
      opinion: ' please ',
      values: { title: 'Bring flour' },
    });
    expect(answer).toMatchObject({ status: 200, body: { data: { id, state: 'submitted', title: 'Bring flour' } } });
    expect(answer.body.data).not.toHaveProperty('secret');
    const [event, ...more] = await eventsOf(id);
    expect(more).toEqual([]);
    expect(event.toJSON()).toMatchObject({
      collectionName: 'hxTestErrands',
      recordId: String(id),
      transition: 'submit',
      from: 'draft',
      to: 'submitted',
      actorId: cast.owner.userId,
      actorName: 'errand-owner',
      onBehalfOfId: null,
      opinion: 'please',
      details: { fields: ['title'] },
    });
    expect(seen.events).toMatchObject([
      {
        collection: 'hxTestErrands',
        recordId: String(id),
        transition: 'submit',
        from: 'draft',
        to: 'submitted',
        eventId: String(event.get('id')),
        actor: { userId: cast.owner.userId },
      },
    ]);
  });

  it('runs effects in the same transaction and answers with what they changed', async () => {
    const id = await newErrand(cast.owner);
    await move(id, 'submit');
    const answer = await cast.official.post<Errand>(`hxTestErrands:transition/${id}`, {
      transition: 'accept',
      values: { helpers: [{ id: cast.other.userId, nickname: 'renamed' }] },
    });
    expect(answer).toMatchObject({ status: 200, body: { data: { state: 'accepted', story: 'accepted by effect' } } });
    expect(seen.effects).toEqual(['accepted']);
    const row = await app()
      .db.getRepository('hxTestErrands')
      .findOne({ filterByTk: id, appends: ['helpers'] });
    expect(row?.get('helpers')).toMatchObject([{ id: cast.other.userId, nickname: 'errand-other' }]);
  });

  it('leaves nothing behind when an effect fails', async () => {
    const id = await newErrand(cast.owner);
    await move(id, 'submit');
    seen.events = [];
    seen.failEffect = true;
    const answer = await cast.official.post(`hxTestErrands:transition/${id}`, { transition: 'accept' });
    expect(answer.status).toBe(500);
    expect(await stateOf(id)).toBe('submitted');
    expect(await eventsOf(id)).toHaveLength(1);
    expect(seen.events).toEqual([]);
  });

  it('names every unmet reason at once, in the caller’s language', async () => {
    const id = await newErrand(cast.owner, { title: null, wantedOn: null });
    const body = { transition: 'submit', values: { state: 'closed', ownerId: 1 } };
    const english = await cast.owner.post(`hxTestErrands:transition/${id}`, body);
    expect(english.status).toBe(400);
    expect(codes(english)).toEqual(['FIELD_NOT_WRITABLE', 'FIELD_NOT_WRITABLE', 'FIELD_REQUIRED', 'FIELD_REQUIRED']);
    const chinese = await cast.owner.post(`hxTestErrands:transition/${id}`, body, { headers: { 'x-locale': 'zh-CN' } });
    expect(chinese.body.errors?.[2]).toMatchObject({ field: 'title', message: '“标题”必须填写。' });
    expect(await stateOf(id)).toBe('draft');
  });

  it('asks for an opinion when something is returned', async () => {
    const id = await newErrand(cast.owner);
    await move(id, 'submit');
    const silent = await cast.official.post(`hxTestErrands:transition/${id}`, { transition: 'return', opinion: '  ' });
    expect([silent.status, codes(silent)]).toEqual([400, ['OPINION_REQUIRED']]);
    const said = await cast.official.post(`hxTestErrands:transition/${id}`, {
      transition: 'return',
      opinion: 'unclear',
    });
    expect(said.status).toBe(200);
  });

  it('runs the guards that need the database', async () => {
    const id = await newErrand(cast.owner, { people: 13 });
    await move(id, 'submit');
    const answer = await cast.official.post(`hxTestErrands:transition/${id}`, { transition: 'accept' });
    expect([answer.status, codes(answer)]).toEqual([400, ['VALUE_INVALID']]);
  });

  it('refuses every transition from every state it does not leave, and nothing changes', async () => {
    const paths: Record<string, string[]> = {
      draft: [],
      submitted: ['submit'],
      returned: ['submit', 'return'],
      accepted: ['submit', 'accept'],
      expired: ['submit', 'expire'],
      closed: ['submit', 'accept', 'close'],
    };
    for (const [state, path] of Object.entries(paths)) {
      for (const [name, transition] of Object.entries(errandProcess.transitions)) {
        const id = await newErrand(cast.administrator);
        for (const step of path) {
          await moveAs(step === 'expire' ? { userId: null, roles: [] } : { userId: 1, roles: ['root'] }, id, [step]);
        }
        const allowed = (transition.from as readonly string[]).includes(state);
        const byAdministrator = name !== 'expire';
        const answer = await cast.administrator.post(`hxTestErrands:transition/${id}`, {
          transition: name,
          opinion: 'why',
        });
        expect([state, name, answer.status]).toEqual([state, name, byAdministrator ? (allowed ? 200 : 400) : 403]);
        if (byAdministrator && !allowed) expect(codes(answer)).toEqual(['TRANSITION_NOT_FROM_STATE']);
        expect(await stateOf(id)).toBe(byAdministrator && allowed ? transition.to : state);
      }
    }
  });

  it.each([
    ['an unknown transition', { transition: 'constructor' }, ['TRANSITION_UNKNOWN']],
    ['a missing name', {}, ['BODY_FIELD_INVALID']],
    ['wrong shapes', { transition: 'submit', opinion: 7, values: [] }, ['BODY_FIELD_INVALID', 'BODY_FIELD_INVALID']],
    ['an opinion too long', { transition: 'submit', opinion: 'x'.repeat(2001) }, ['OPINION_TOO_LONG']],
    ['a value that does not fit', { transition: 'submit', values: { title: 'x'.repeat(300) } }, ['VALUE_TOO_LONG']],
  ])('answers 400 to %s', async (_what, body, expected) => {
    const id = await newErrand(cast.owner);
    const answer = await cast.owner.post(`hxTestErrands:transition/${id}`, body);
    expect([answer.status, codes(answer)]).toEqual([400, expected]);
    expect(await stateOf(id)).toBe('draft');
  });

  it('answers 404 for collections without process', async () => {
    const answer = await cast.administrator.post('users:transition/1', { transition: 'submit' });
    expect([answer.status, codes(answer)]).toEqual([404, ['NO_PROCESS']]);
  });

  it.each(['1.5', 'no.such', 'users.roles', '%7B%7D'])('answers 404 to the process of %s', async (name) => {
    const answer = await cast.owner.get(`hxProcesses:get/${name}`);
    expect([answer.status, codes(answer)]).toEqual([404, ['NO_PROCESS']]);
  });
});

describe('rights', () => {
  it.each([
    ['submit', [], 'other', 403],
    ['submit', [], 'administrator', 403],
    ['accept', ['submit'], 'official', 200],
    ['accept', ['submit'], 'streetOfficial', 403],
    ['accept', ['submit'], 'owner', 403],
    ['accept', ['submit'], 'administrator', 200],
    ['return', ['submit'], 'streetOfficial', 200],
    ['close', ['submit', 'accept'], 'other', 403],
    ['expire', ['submit'], 'administrator', 403],
    ['submit', [], 'outsider', 403],
  ] as const)('%s after %j by %s → %i', async (transition, path, who, status) => {
    const id = await newErrand(cast.owner);
    await move(id, ...path);
    const before = await stateOf(id);
    const answer = await cast[who].post(`hxTestErrands:transition/${id}`, { transition, opinion: 'why' });
    expect(answer.status).toBe(status);
    if (status !== 200) expect(await stateOf(id)).toBe(before);
  });

  it('lets a party stand in a relation to the record', async () => {
    const id = await newErrand(cast.owner, { receipt: `helper-${cast.other.userId}` });
    await move(id, 'submit', 'accept');
    const answer = await cast.other.post(`hxTestErrands:transition/${id}`, { transition: 'close' });
    expect(answer.status).toBe(200);
  });

  it('traces an administrator who stands in', async () => {
    const id = await newErrand(cast.owner);
    await move(id, 'submit');
    await cast.administrator.post(`hxTestErrands:transition/${id}`, { transition: 'accept' });
    const [, event] = await eventsOf(id);
    expect(event.toJSON()).toMatchObject({ actorId: 1, details: { asAdministrator: true } });
  });

  it('counts a post only where it is held', async () => {
    const id = await newErrand(cast.owner, { areaCode: OTHER_COMMUNITY });
    await move(id, 'submit');
    const answer = await cast.official.post(`hxTestErrands:transition/${id}`, { transition: 'accept' });
    expect([answer.status, codes(answer)]).toEqual([403, ['TRANSITION_NOT_YOURS']]);
    expect(COMMUNITY).not.toBe(OTHER_COMMUNITY);
  });

  it('answers 404 for a record outside the caller’s scope, and for ids that are none', async () => {
    const id = await newErrand(cast.owner, { areaCode: '370681002001' });
    for (const path of ['transition', 'transitions', 'history']) {
      const method = path === 'transition' ? 'POST' : 'GET';
      const body = path === 'transition' ? { transition: 'accept' } : undefined;
      const hidden = await cast.official.call(method, `hxTestErrands:${path}/${id}`, { body });
      expect([path, hidden.status, codes(hidden)]).toEqual([path, 404, ['RECORD_NOT_FOUND']]);
      const absent = await cast.official.call(method, `hxTestErrands:${path}/999999999`, { body });
      expect(absent.status).toBe(404);
      for (const bad of ['abc', '99999999999999999999', '-1', '1e3']) {
        const malformed = await cast.official.call(method, `hxTestErrands:${path}/${bad}`, { body });
        expect([bad, malformed.status, codes(malformed)]).toEqual([bad, 400, ['ID_INVALID']]);
      }
    }
  });
});

describe('races', () => {
  it.each([2, 20])('lets exactly one of %i users through; the others learn that the state moved on', async (count) => {
    const id = await newErrand(cast.owner);
    await move(id, 'submit');
    const names = Array.from({ length: count }, (_each, index) => `racer-${index}`);
    const users = await Promise.all(names.map((name) => signInAs(name, ['admin'])));
    const answers = await Promise.all(
      users.map((user) => user.post(`hxTestErrands:transition/${id}`, { transition: 'accept' })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(count - 1).fill(409)]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.errors?.[0]).toMatchObject({
      code: 'STATE_MOVED_ON',
      params: { from: 'submitted', now: 'accepted' },
    });
    expect(await eventsOf(id)).toHaveLength(2);
  });

  it('answers 409 when the user saw another state, though the transition would be possible', async () => {
    const id = await newErrand(cast.owner);
    await move(id, 'submit', 'return');
    const answer = await cast.owner.post(`hxTestErrands:transition/${id}`, { transition: 'submit', state: 'draft' });
    expect([answer.status, codes(answer)]).toEqual([409, ['STATE_MOVED_ON']]);
    expect(answer.body.errors?.[0].message).toContain('from "Draft" to "Returned"');
    const again = await cast.owner.post(`hxTestErrands:transition/${id}`, { transition: 'submit', state: 'returned' });
    expect(again.status).toBe(200);
  });

  it('answers 400, not 409, to whoever repeats what they did', async () => {
    const id = await newErrand(cast.owner);
    await move(id, 'submit');
    expect((await cast.official.post(`hxTestErrands:transition/${id}`, { transition: 'accept' })).status).toBe(200);
    const answer = await cast.official.post(`hxTestErrands:transition/${id}`, { transition: 'accept' });
    expect([answer.status, codes(answer)]).toEqual([400, ['TRANSITION_NOT_FROM_STATE']]);
  });
});

describe('GET :transitions', () => {
  it('lists what is open to the caller now, with what stands in the way', async () => {
    const id = await newErrand(cast.owner, { title: null, people: 13 });
    const mine = await cast.owner.get<unknown[]>(`hxTestErrands:transitions/${id}`);
    expect(mine.body).toMatchObject({ meta: { state: 'draft', stateLabel: 'Draft' } });
    expect(mine.body.data).toEqual([
      {
        name: 'submit',
        label: 'Submit',
        to: 'submitted',
        toLabel: 'Submitted',
        opinion: 'optional',
        fields: ['title', 'wantedOn'],
        requires: ['title', 'wantedOn'],
        appearance: 'default',
        confirm: null,
      },
    ]);
    await app()
      .db.getRepository('hxTestErrands')
      .update({ filterByTk: id, values: { title: 'x' } });
    await move(id, 'submit');
    expect((await cast.owner.get(`hxTestErrands:transitions/${id}`)).body.data).toEqual([]);
    const theirs = await cast.official.call<{ name: string; blocked?: unknown[] }[]>(
      'GET',
      `hxTestErrands:transitions/${id}`,
      { headers: { 'x-locale': 'zh-CN' } },
    );
    expect(theirs.body.data).toMatchObject([
      {
        name: 'accept',
        label: '接收',
        blocked: [{ code: 'VALUE_INVALID', field: 'people', message: expect.stringContaining('人数') }],
      },
      { name: 'return', label: '退回', opinion: 'required' },
    ]);
    expect(await stateOf(id)).toBe('submitted');
  });

  it('offers an administrator nothing that belongs to owner or system alone', async () => {
    const id = await newErrand(cast.owner);
    expect((await cast.administrator.get(`hxTestErrands:transitions/${id}`)).body.data).toEqual([]);
  });
});

describe('GET :history', () => {
  it('tells who did what, oldest first, with labels', async () => {
    const id = await newErrand(cast.owner);
    await cast.owner.post(`hxTestErrands:transition/${id}`, { transition: 'submit' });
    await foundation().transitions.perform({
      collection: 'hxTestErrands',
      recordId: id,
      transition: 'return',
      opinion: 'unclear',
      actor: { userId: null, roles: [], onBehalfOfId: cast.official.userId },
    });
    const answer = await cast.owner.get(`hxTestErrands:history/${id}`);
    expect(answer.body.data).toMatchObject([
      {
        transition: 'submit',
        label: 'Submit',
        fromLabel: 'Draft',
        toLabel: 'Submitted',
        actorName: 'errand-owner',
        opinion: null,
      },
      {
        transition: 'return',
        actorId: null,
        actorName: 'System',
        onBehalfOfName: 'errand-official',
        opinion: 'unclear',
      },
    ]);
  });
});

describe('hxProcesses', () => {
  it('describes processes to everybody signed in', async () => {
    const answer = await cast.outsider.get<Record<string, unknown>>('hxProcesses:get/hxTestErrands');
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      collection: 'hxTestErrands',
      initial: 'draft',
      mainPath: ['draft', 'submitted', 'accepted', 'closed'],
      mermaid: expect.stringContaining('draft --> submitted'),
    });
    const list = await cast.outsider.get<{ key: string }[]>('hxProcesses:list');
    expect(list.body.data.map(({ key }) => key)).toContain('testErrand');
    expect((await cast.outsider.get('hxProcesses:get/nothing')).status).toBe(404);
  });
});
