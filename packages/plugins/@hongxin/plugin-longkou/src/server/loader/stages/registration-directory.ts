import type { City, PersonRow, RegistrationRow } from '../../city/types';

type Side = 'member' | 'liaison' | 'community';

/** Whose step it is. */
const SIDE_OF: Readonly<Record<string, Side>> = {
  submit: 'member',
  confirm: 'liaison',
  accept: 'community',
  enroll: 'community',
  return: 'community',
  transfer: 'community',
  cancel: 'community',
};

/** Looks up who is who in the generated city. */
export class Directory {
  private readonly persons: ReadonlyMap<string, PersonRow>;
  private readonly liaisons: ReadonlyMap<string, string | null>;
  private readonly secretaries: ReadonlyMap<string, string>;

  constructor(city: City) {
    this.persons = new Map(city.persons.map((person) => [person.key, person]));
    this.liaisons = new Map(city.workUnits.map((unit) => [unit.key, unit.liaison]));
    this.secretaries = new Map(
      city.posts
        .filter(({ postType, endsOn }) => postType === 'communitySecretary' && String(endsOn) >= city.today)
        .map((post) => [post.areaCode, post.personKey]),
    );
  }

  person(key: string): PersonRow {
    const person = this.persons.get(key);
    if (!person) throw new Error(`nobody has the key ${key}`);
    return person;
  }

  /** @returns the demo account on whose behalf the system takes a step; null where nobody signs in */
  actorOf(transition: string, { personKey, workUnitKey, areaCode }: RegistrationRow): string | null {
    const side = SIDE_OF[transition];
    if (side === 'member') return this.person(personKey).username;
    if (side === 'liaison') return this.liaisons.get(workUnitKey) ?? null;
    const secretary = this.secretaries.get(areaCode);
    return secretary === undefined ? null : this.person(secretary).username;
  }
}
