import type { GrantedAction } from './actions';

/** What is needed to bring a declared grant and the role tables together. */
export interface GrantMerge {
  wanted: readonly GrantedAction[];
  current: readonly GrantedAction[];
  /** Fields the code gives the collection now; every other one is an administrator's. */
  codeFields: ReadonlySet<string>;
  /** Fields the code gave it when the grant was written. */
  known: ReadonlySet<string>;
}

/** The shipped grant, with the fields administrators have added left where they were granted. */
export function followed({ wanted, current, codeFields }: GrantMerge): GrantedAction[] {
  return wanted.map((action) => {
    const granted = current.find(({ name }) => name === action.name)?.fields ?? [];
    return {
      ...action,
      fields: [...new Set([...action.fields, ...granted.filter((field) => !codeFields.has(field))])],
    };
  });
}

/**
 * A grant an administrator has edited, as it is, without the fields a new version brought and the declaration does
 * not give: NocoBase has granted them to every role by itself, personal ones included.
 */
export function withoutStrayFields({ wanted, current, codeFields, known }: GrantMerge): GrantedAction[] {
  return current.map((action) => {
    const given = new Set(wanted.find(({ name }) => name === action.name)?.fields ?? []);
    const isStray = (field: string) => codeFields.has(field) && !known.has(field) && !given.has(field);
    return { ...action, fields: action.fields.filter((field) => !isStray(field)) };
  });
}

/** Whether two lists of actions grant the same fields. */
export function sameFields(left: readonly GrantedAction[], right: readonly GrantedAction[]): boolean {
  const text = (actions: readonly GrantedAction[]) =>
    JSON.stringify(actions.map(({ name, fields }) => [name, [...new Set(fields)].sort()]).sort());
  return text(left) === text(right);
}
