/** What a page names has to be declared: a misspelt field is refused before NocoBase is asked to draw it. */
import type { CollectionOptions, FieldOptions } from '@nocobase/database';
import type { ProcessDefinition } from '@hongxin/rules/mechanism';
import { marksOf } from '../../fields';
import type { Fields } from './options';

/** Where on which page something is said, for the sentence of a refusal: `page x/y, tab z, form`. */
export type Place = string;

type Schema = { title?: string; 'x-read-pretty'?: boolean; enum?: readonly { value: string }[] };

const schemaOf = (field: FieldOptions): Schema => (field.uiSchema ?? {}) as Schema;
const fieldsOf = (collection: CollectionOptions): readonly FieldOptions[] => collection.fields ?? [];
const findField = (collection: CollectionOptions, name: string) =>
  fieldsOf(collection).find((field) => field.name === name);

export const hasField = (collection: CollectionOptions, name: string): boolean =>
  findField(collection, name) !== undefined;

/** @throws naming page and field, and what fields there are */
export function requireField(place: Place, collection: CollectionOptions, name: string): FieldOptions {
  const field = findField(collection, name);
  if (field) return field;
  const names = fieldsOf(collection).map((each) => each.name);
  throw new Error(
    `${place}: "${name}" is not a field of ${collection.name} (${collection.title ?? ''}). Its fields: ${names.join(', ')}`,
  );
}

/** A field, or one of what it points to: `unit.kind`. @throws when the collection has it not, or it points nowhere */
export function requirePath(place: Place, collection: CollectionOptions, path: string): FieldOptions {
  const [name = '', ...below] = path.split('.');
  const field = requireField(place, collection, name);
  if (below.length > 0 && !field.target)
    throw new Error(
      `${place}: "${path}" goes through "${name}" of ${collection.name}, which points to no other record`,
    );
  return field;
}

export const titleOf = (field: FieldOptions): string => schemaOf(field).title ?? field.name;

/** What people fill in: neither shown only, nor the server's business. */
const isFillable = (field: FieldOptions): boolean => !schemaOf(field)['x-read-pretty'] && !marksOf(field).byServer;

/** @throws when a form asks for what the server fills in */
export function requireFillable(place: Place, collection: CollectionOptions, name: string): void {
  if (!isFillable(requireField(place, collection, name)))
    throw new Error(`${place}: "${name}" of ${collection.name} is filled in by the server; a form cannot ask for it`);
}

/** @throws when a state is none of the collection's */
export function requireStates(place: Place, collection: CollectionOptions, states: readonly string[]): void {
  if (states.length === 0) return;
  const known = (schemaOf(requireField(place, collection, 'state')).enum ?? []).map((choice) => choice.value);
  const unknown = states.find((state) => !known.includes(state));
  if (unknown !== undefined)
    throw new Error(`${place}: "${unknown}" is not a state of ${collection.name}. Its states: ${known.join(', ')}`);
}

/** The states in which a transition can be taken. @throws when the process has it not */
export function statesBefore(place: Place, process: ProcessDefinition | undefined, name: string): readonly string[] {
  const transition = process?.transitions[name];
  if (transition) return transition.from;
  const known = Object.keys(process?.transitions ?? {});
  throw new Error(`${place}: "${name}" is not a transition of ${process?.key ?? 'a process'}: ${known.join(', ')}`);
}

/** @throws when a list says the process of other records */
export function requireProcessOf(place: Place, collection: CollectionOptions, process: ProcessDefinition): void {
  if (process.collection === collection.name) return;
  throw new Error(`${place}: ${process.key} is the process of ${process.collection}, not of ${collection.name}`);
}

/** The fields of a form or of details, whether they stand in groups or not. */
export const namesOf = (fields: Fields): string[] =>
  fields.flatMap((each) => (typeof each === 'string' ? [each] : [...each.fields]));

/** What people fill in of a record, in the order of its declaration: for lists that need no other. */
export const fieldsToFill = (collection: CollectionOptions): string[] =>
  fieldsOf(collection)
    .filter((field) => field.interface && isFillable(field) && field.type !== 'hasMany')
    .map((field) => field.name);
