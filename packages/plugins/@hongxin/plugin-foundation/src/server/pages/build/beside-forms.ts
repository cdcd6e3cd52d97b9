/** What the blueprint language does not know of a form: what its choosers offer, and the button that saves and goes on at once. */
import type { FieldSteps, OwnAction } from '../../domain';
import { namesOf, requireField, statesBefore } from './declared';
import type { Form } from './forms';
import type { ListOptions, Offer } from './options';
import type { Site } from './site';

/** What the button does that is not told which transition to take. */
const USUAL = 'submit';

/** Saves the form and performs a transition on what was saved. @throws when the process has no such transition */
export function submitButton({ place, block, submit }: Form, process: ListOptions['process']): OwnAction[] {
  if (submit === undefined) return [];
  statesBefore(place, process, submit);
  const button: OwnAction = { block, place: 'form', use: 'HxSubmitFormActionModel' };
  if (submit === USUAL) return [button];
  return [{ ...button, stepParams: { submitSettings: { transition: { name: submit } } } }];
}

function selectSettings({ filter, sort }: Offer): Record<string, unknown> {
  return { ...(filter ? { dataScope: { filter } } : {}), ...(sort ? { sortingRule: { sort } } : {}) };
}

/** What its choosers offer: as the list says, or else as the house does. */
export function chooserSteps({ house }: Site, form: Form, { offers = {} }: ListOptions): FieldSteps[] {
  const { place, collection, block } = form;
  Object.keys(offers).forEach((field) => requireField(`${place}, offers`, collection, field));
  const ofHouse = house.offers?.filter((each) => each.collection === collection.name) ?? [];
  return namesOf(form.fields).flatMap((field) => {
    const offer = offers[field] ?? ofHouse.find((each) => each.field === field)?.offer;
    return offer ? [{ block, field, stepParams: { selectSettings: selectSettings(offer) } }] : [];
  });
}
