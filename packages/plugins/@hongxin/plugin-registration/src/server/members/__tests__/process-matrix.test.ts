/** Every state × transition × role, through HTTP: who may does, who may not is refused, and nothing has changed. */
import { reset, type Client } from '@test/server/harness';
import { memberRegistration } from '../process';
import { buildTown, codes, inState, move, newMember, stored, type Town } from '@test/server/registration/town';

let town: Town;

beforeAll(async () => {
  await reset();
  town = await buildTown();
});

type Person =
  'owner' | 'otherMember' | 'liaison' | 'otherLiaison' | 'community' | 'street' | 'estate' | 'westCommunity' | 'city';

/** domain.md §2, written down independently of the process's own table. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, readonly Person[]>>>> = {
  draft: { submit: ['owner'], cancel: ['owner'] },
  submitted: {
    confirm: ['liaison'],
    accept: ['community', 'street'],
    return: ['liaison', 'community', 'street'],
    cancel: ['owner', 'community', 'street'],
  },
  unitConfirmed: {
    accept: ['community', 'street'],
    return: ['liaison', 'community', 'street'],
    cancel: ['owner', 'community', 'street'],
  },
  accepted: {
    enroll: ['community', 'street'],
    transfer: ['community', 'street'],
    cancel: ['owner', 'community', 'street'],
  },
  onRoll: { transfer: ['community', 'street'], cancel: ['owner', 'community', 'street'] },
  returned: { submit: ['owner'], cancel: ['owner', 'community', 'street'] },
  transferred: {},
  cancelled: {},
};

/** Who sees a registration at all; a draft carries no place yet, so its owner and the city's administrators. */
function sees(person: Person, state: string): boolean {
  if (person === 'owner' || person === 'city') return true;
  return state !== 'draft' && ['liaison', 'community', 'street'].includes(person);
}

/** What each transition asks for, so that a refusal is never about something missing. */
function order(transition: string): Record<string, unknown> {
  const values = { transfer: { transferToAreaId: town.west.id }, cancel: { leaveReason: 'other' } }[transition];
  const opinion = ['return', 'cancel'].includes(transition) ? { opinion: '说明' } : {};
  return { ...opinion, ...(values ? { values } : {}) };
}

const transitions = Object.keys(memberRegistration.transitions);
const states = Object.keys(memberRegistration.states);

describe.each(states)('a registration that is %s', (state) => {
  it('refuses everybody and everything that is not in the table, and stays as it is', async () => {
    const { id, member } = await inState(town, state);
    const people: Record<Person, Client> = {
      owner: member,
      otherMember: await newMember(),
      liaison: town.liaison,
      otherLiaison: town.otherLiaison,
      community: town.community,
      street: town.street_,
      estate: town.estate,
      westCommunity: town.westCommunity,
      city: town.city_,
    };
    const wrong: string[] = [];
    for (const transition of transitions) {
      for (const [person, client] of Object.entries(people) as [Person, Client][]) {
        if (ALLOWED[state][transition]?.includes(person)) continue;
        const answer = await move(client, id, transition, order(transition));
        // 409: the state was reached a moment ago by somebody else, and the answer says so
        const expected = sees(person, state) ? [400, 403, 409] : [404];
        if (!expected.includes(answer.status))
          wrong.push(`${transition} by ${person}: ${answer.status} ${String(codes(answer))}`);
      }
    }
    expect(wrong).toEqual([]);
    expect((await stored(town, id)).state).toBe(state);
  });
});

describe.each(states.filter((state) => Object.keys(ALLOWED[state]).length > 0))(
  'a registration that is %s',
  (state) => {
    it.each(
      Object.entries(ALLOWED[state]).flatMap(([transition, people]) =>
        people.map((person) => [transition, person] as const),
      ),
    )('goes on by %s of %s', async (transition, person) => {
      const { id, member } = await inState(town, state);
      const people: Partial<Record<Person, Client>> = {
        owner: member,
        liaison: town.liaison,
        community: town.community,
        street: town.street_,
      };
      const answer = await move(people[person] as Client, id, transition, order(transition));
      expect([answer.status, codes(answer)]).toEqual([200, []]);
      const { to } = memberRegistration.transitions[transition as keyof typeof memberRegistration.transitions];
      expect((await stored(town, id)).state).toBe(to);
    });
  },
);

it('offers each person exactly the transitions they may perform', async () => {
  const { id, member } = await inState(town, 'submitted');
  const open = async (client: Client) => {
    const answer = await client.get<{ name: string }[]>(`hxMemberRegistrations:transitions/${id}`);
    return answer.body.data.map(({ name }) => name);
  };
  expect(await open(member)).toEqual(['cancel']);
  expect(await open(town.liaison)).toEqual(['confirm', 'return']);
  expect(await open(town.community)).toEqual(['accept', 'return', 'cancel']);
  expect(await open(town.city_)).toEqual([]);
});
