import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { receiptVerdict, type ReceiptVerdict } from '@hongxin/rules/registration';

interface Found {
  kind: ReceiptVerdict['kind'];
  state: string;
  personName: string | null;
  unitName: string | null;
}

/** What a receipt's token stands for; null when it stands for nothing. */
export async function receiptOf(token: string, scope: Scope): Promise<ReceiptVerdict | null> {
  const [found] = await selectRows<Found>(
    scope,
    `SELECT 'member' AS kind, r.state, r."personName" AS "personName", u.name AS "unitName"
       FROM {hxMemberRegistrations} r LEFT JOIN {hxUnits} u ON u.id = r."unitId" WHERE r."receiptToken" = :token
     UNION ALL
     SELECT 'unit' AS kind, r.state, NULL AS "personName", u.name AS "unitName"
       FROM {hxUnitRegistrations} r LEFT JOIN {hxUnits} u ON u.id = r."unitId" WHERE r."receiptToken" = :token
     LIMIT 1`,
    { token },
  );
  return found ? receiptVerdict(found.kind, found.state, found) : null;
}
