import { addDays, addYears } from './days';
import { POST_PLANS, type DemoPostType } from './post-types';
import type { Random } from './random';
import type { OrganizationRow, PersonRow, PostRow } from './types';

/** Terms that ran out and were not renewed: what the list of coverage gaps is for. */
const EXPIRED = 0.018;

export interface Seat {
  postType: DemoPostType;
  areaCode: string;
  organization: OrganizationRow | null;
  services?: string[];
  duties?: string[];
  /** Never expired: the demo accounts' own posts. */
  isCertain?: boolean;
}

/** Puts persons into office, with terms around the city's day. */
export class Offices {
  readonly posts: PostRow[] = [];

  constructor(
    private readonly random: Random,
    private readonly today: string,
  ) {}

  /** @returns the term, current but for a few expired ones */
  appoint(person: PersonRow, seat: Seat): PostRow {
    const { termYears, selection } = POST_PLANS[seat.postType];
    const termDays = termYears * 365;
    const isExpired = !seat.isCertain && this.random.chance(EXPIRED);
    const served = isExpired ? termDays + this.random.integer(20, 200) : this.random.integer(40, termDays - 90);
    const startsOn = addDays(this.today, -served);
    return this.add(person, seat, startsOn, addDays(addYears(startsOn, termYears), -1), selection);
  }

  /** A term before the present one: it ended the day before. */
  precede(person: PersonRow, seat: Seat, present: PostRow): PostRow {
    const { termYears, selection } = POST_PLANS[seat.postType];
    const endsOn = addDays(present.startsOn, -1);
    return this.add(person, seat, addDays(addYears(endsOn, -termYears), 1), endsOn, selection);
  }

  private add(person: PersonRow, seat: Seat, startsOn: string, endsOn: string, selection: string): PostRow {
    const isAnnounced = selection !== 'hired' && selection !== 'volunteered';
    const post: PostRow = {
      personKey: person.key,
      postType: seat.postType,
      organizationKey: seat.organization?.key ?? null,
      areaCode: seat.areaCode,
      startsOn,
      endsOn,
      selection,
      // Announced for five working days before office [default].
      publicityFrom: isAnnounced ? addDays(startsOn, -10) : null,
      publicityTo: isAnnounced ? addDays(startsOn, -4) : null,
      services: seat.services ?? [],
      duties: seat.duties ?? [],
    };
    this.posts.push(post);
    return post;
  }
}
