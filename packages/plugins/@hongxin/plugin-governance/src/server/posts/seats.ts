import { selectRows, type Scope, distinct, textOf, touches, type Candidate } from '@hongxin/plugin-foundation';
import { mask } from '@hongxin/rules/mechanism';
import { termsOverlap } from '@hongxin/rules/governance';
import { postReason } from './reasons';

interface Holder {
  postId: string | null;
  seatKey: string;
  startsOn: string;
  endsOn: string | null;
  name: string | null;
}

/**
 * One holder of a single seat at a time [seed: one 楼长 per building, one 单元长 per unit]. The seat is locked until the
 * transaction ends, so of two who fill it at once the second sees the first and is told who and when; the database's
 * exclusion constraint stands behind.
 */
export async function keepSeatsSingle(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  const seated = candidates.filter(
    ({ record }) => textOf(record, 'seatKey') !== null && touches(record, 'seatKey', 'startsOn', 'endsOn'),
  );
  if (seated.length === 0) return;
  const seats = distinct(seated.map(({ record }) => textOf(record, 'seatKey'))).sort();
  if (scope.transaction) {
    await selectRows(
      scope,
      `SELECT pg_advisory_xact_lock(hashtext('hxPosts.seat'), hashtext(seat)) FROM unnest(ARRAY[:seats]) AS seat`,
      { seats },
    );
  }
  const holders = await selectRows<Holder>(
    scope,
    `SELECT p.id::text AS "postId", p."seatKey" AS "seatKey", p."startsOn"::text AS "startsOn", p."endsOn"::text AS "endsOn", s.name
     FROM {hxPosts} p LEFT JOIN {hxPersons} s ON s.id = p."personId" WHERE p."seatKey" IN (:seats)`,
    { seats },
  );
  for (const candidate of seated) {
    const mine = termOf(candidate);
    const rival = holders.find(
      (holder) => holder.seatKey === mine.seatKey && holder.postId !== mine.postId && termsOverlap(holder, mine),
    );
    if (rival) {
      const params = {
        holder: rival.name ? mask('name', rival.name) : '—',
        from: rival.startsOn,
        to: rival.endsOn ?? '—',
      };
      candidate.refuse(postReason('SEAT_TAKEN', params, 'postTypeId'));
    }
    holders.push(mine);
  }
}

function termOf({ record }: Candidate): Holder {
  return {
    postId: textOf(record, 'id'),
    seatKey: textOf(record, 'seatKey') ?? '',
    startsOn: textOf(record, 'startsOn') ?? '',
    endsOn: textOf(record, 'endsOn'),
    name: null,
  };
}
