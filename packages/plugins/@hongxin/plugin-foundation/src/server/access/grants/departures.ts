import type { CollectionAccess } from '../../domain';
import type { AppliedGrant } from './applied';

/** How far personal data is opened by what an administrator granted: not, as masked values, or in clear. */
export type PersonalOpening = 'none' | 'masked' | 'clear';

/** One way in which a role's rights on a collection differ from the shipped table. */
export interface Difference {
  action: string;
  kind: 'actionAdded' | 'actionRemoved' | 'fieldsAdded' | 'fieldsRemoved' | 'scopeChanged';
  fields: string[];
}

export interface Departure {
  differences: Difference[];
  personal: PersonalOpening;
  personalFields: string[];
}

type Actions = AppliedGrant['actions'];

/** Actions that show values of fields. */
const SHOWING = new Set(['view', 'export', 'get', 'list']);

/** Compares what a role may do on a collection with what is shipped. Pure. */
export function departure(shipped: Actions, current: Actions, access: CollectionAccess): Departure {
  const differences: Difference[] = [];
  const names = new Set([...shipped, ...current].map(({ name }) => name));
  for (const action of names) {
    const before = shipped.find(({ name }) => name === action);
    const now = current.find(({ name }) => name === action);
    const difference = (kind: Difference['kind'], fields: readonly string[] = []) =>
      differences.push({ action, kind, fields: [...fields] });
    if (!before) difference('actionAdded', now?.fields);
    else if (!now) difference('actionRemoved', before.fields);
    else {
      const added = now.fields.filter((field) => !before.fields.includes(field));
      const removed = before.fields.filter((field) => !now.fields.includes(field));
      if (added.length > 0) difference('fieldsAdded', added);
      if (removed.length > 0) difference('fieldsRemoved', removed);
      if (before.scope !== now.scope) difference('scopeChanged');
    }
  }
  return { differences, ...opened(differences, current, access) };
}

/** Fewer fields and fewer actions open nothing; a changed scope may, so it counts for every personal field shown. */
function opened(
  differences: readonly Difference[],
  current: Actions,
  access: CollectionAccess,
): Pick<Departure, 'personal' | 'personalFields'> {
  const personal = new Set(Object.keys(access.personalFields ?? {}));
  const wider = differences.filter(({ kind }) => kind !== 'actionRemoved' && kind !== 'fieldsRemoved');
  const touched = wider.flatMap(({ action, kind, fields }) => {
    const shown = kind === 'scopeChanged' ? (current.find(({ name }) => name === action)?.fields ?? []) : fields;
    return shown.filter((field) => personal.has(field)).map((field) => ({ action, field }));
  });
  const clear = touched.filter(({ action }) => action === 'reveal');
  const masked = touched.filter(({ action }) => SHOWING.has(action));
  const fields = [...new Set([...clear, ...masked].map(({ field }) => field))].sort();
  return { personal: clear.length > 0 ? 'clear' : masked.length > 0 ? 'masked' : 'none', personalFields: fields };
}
