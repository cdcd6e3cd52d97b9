/** Forms for new records and for changing them. */
import type { CollectionOptions } from '@nocobase/database';
import type { BlueprintAction, BlueprintBlock } from '../../seeding/pages/blueprint';
import { namesOf, requireFillable, statesBefore, type Place } from './declared';
import type { Fields, FormOptions, ListOptions } from './options';
import { CURRENT, inBlock } from './shown';
import { at, type Site } from './site';

export interface Form extends FormOptions {
  place: Place;
  collection: CollectionOptions;
  fields: Fields;
  /** Address of its block. */
  block: string;
}

/** A form behind a button of a list; undefined where the list has none. */
export function formOf(site: Site, tab: string, list: ListOptions, kind: 'add' | 'edit'): Form | undefined {
  const options = list[kind] ?? {};
  if (options === false) return undefined;
  const fields = options.form ?? list.form;
  if (!fields) return undefined;
  const { save } = { ...site.house.words, ...list.words, ...options };
  const { place } = at(site, kind);
  return { ...options, place, collection: list.collection, fields, save, block: `${tab}.${kind}.form` };
}

export function formBlock(form: Form, type: 'createForm' | 'editForm'): BlueprintBlock {
  const { place, collection, fields, save } = form;
  namesOf(fields).forEach((name) => requireFillable(place, collection, name));
  return {
    key: 'form',
    type,
    ...(type === 'createForm' ? { collection: collection.name } : CURRENT),
    ...inBlock(fields, (names) => [...names]),
    actions: save === undefined ? ['submit'] : [{ key: 'save', type: 'submit', title: save }],
  };
}

export function addAction(form: Form, noun: string): BlueprintAction {
  const { title = `新建${noun}`, button = title } = form;
  return { key: 'add', type: 'addNew', title: button, popup: { title, blocks: [formBlock(form, 'createForm')] } };
}

export function editAction(form: Form, noun: string, word: string, process: ListOptions['process']): BlueprintAction {
  const { title = `${word}${noun}`, button = word } = form;
  const linkageRules = onlyWhileOpen(form, word, process);
  return {
    key: 'edit',
    type: 'edit',
    title: button,
    ...(linkageRules.length > 0 ? { settings: { linkageRules } } : {}),
    popup: { title, blocks: [formBlock(form, 'editForm')] },
  };
}

/** A record that is handed in from its form is changed as long as it can be handed in; otherwise the button is not there. */
function onlyWhileOpen({ place, submit }: Form, word: string, process: ListOptions['process']): object[] {
  if (submit === undefined || !process) return [];
  const states = statesBefore(place, process, submit);
  const titles = states.map((state) => process.states[state]?.label.zh ?? state);
  const path = `{{ ctx.record.${process.stateField} }}`;
  return [
    {
      key: 'only-while-open',
      title: `${titles.join('和')}时可${word}`,
      enable: true,
      condition: { logic: '$and', items: states.map((value) => ({ path, operator: '$ne', value })) },
      actions: [{ key: 'hide', name: 'linkageSetActionProps', params: { value: 'hidden' } }],
    },
  ];
}
