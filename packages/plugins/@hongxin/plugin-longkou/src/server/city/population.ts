import { demoAccount } from '../accounts';
import type { FictitiousPhones } from './fictitious-phone';
import { personName } from './person-names';
import type { Random, Weighted } from './random';
import type { AreaRow, Gender, PersonRow } from './types';

/** Who is wanted. Ages are in years, both bounds included. */
export interface Wanted {
  ages: readonly [min: number, max: number];
  isMember: boolean;
  governingKind?: string;
  stewardCategory?: string;
  skills?: number;
}

const SKILLS: Weighted<string> = [
  ['organizing', 14],
  ['mediation', 13],
  ['safety', 11],
  ['culture', 12],
  ['education', 12],
  ['repair', 9],
  ['medical', 8],
  ['law', 6],
  ['psychology', 5],
  ['finance', 5],
  ['technology', 7],
];

/** Makes persons who live in an area; every one with a phone number of their own that belongs to nobody. */
export class Population {
  readonly persons: PersonRow[] = [];
  private readonly year: number;

  constructor(
    private readonly random: Random,
    private readonly phones: FictitiousPhones,
    today: string,
  ) {
    this.year = Number(today.slice(0, 4));
  }

  settle(area: AreaRow | { code: string; level: AreaRow['level'] }, wanted: Wanted): PersonRow {
    const gender: Gender = this.random.chance(0.52) ? 'female' : 'male';
    const birthYear = this.year - this.random.integer(...wanted.ages);
    const person: PersonRow = {
      key: `person/${this.persons.length + 1}`,
      name: personName(this.random, gender, birthYear),
      gender,
      phone: this.phones.next(),
      politicalStatus: wanted.isMember ? (this.random.chance(0.03) ? 'probationaryMember' : 'partyMember') : 'masses',
      birthYear,
      areaCode: area.code,
      doorNumber: area.level === 'unit' ? this.doorNumber() : null,
      stewardCategory: wanted.stewardCategory ?? null,
      governingKind: wanted.governingKind ?? null,
      skills: this.skills(wanted.skills ?? this.random.integer(0, 2)),
      username: null,
    };
    this.persons.push(person);
    return person;
  }

  /** The person signs in with this demo account from now on and bears its name. */
  giveAccount(person: PersonRow, username: string): void {
    person.username = username;
    const { nickname, gender } = demoAccount(username);
    Object.assign(person, { name: nickname, gender });
  }

  doorNumber(): string {
    return `${this.random.integer(1, 6)}0${this.random.integer(1, 2)}室`;
  }

  skills(count: number): string[] {
    const chosen = new Set<string>();
    for (let draw = 0; draw < count; draw += 1) chosen.add(this.random.weighted(SKILLS));
    return [...chosen];
  }
}
