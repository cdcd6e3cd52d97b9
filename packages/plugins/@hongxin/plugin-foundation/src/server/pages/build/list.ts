/** One list of records: the block of the blueprint, and the pack's own parts around it. */
import type { BlueprintAction } from '../../seeding/pages/blueprint';
import { chooserSteps, submitButton } from './beside-forms';
import { namesOf, requireField, requireProcessOf } from './declared';
import { addAction, editAction, formOf, type Form } from './forms';
import { isWhole, settingsOf } from './list-settings';
import type { Fields, ListOptions } from './options';
import { areaFilterOf, ownBlocksOf, recordActionsOf } from './own-parts';
import { sheetOf } from './sheet';
import { detailsAction, extraAction, shownFields, type Showing } from './shown';
import { at, type BuiltTab, type Site } from './site';

/** As many columns as a desk has in sight. */
const COLUMNS = 7;

const showingAt = ({ place, house }: Site, { collection, summaries }: ListOptions): Showing => ({
  place,
  collection,
  summaries: summaries === false ? [] : (house.summaries ?? []),
});

/** What opens on a record, in the order of its buttons. */
function opensOf(site: Site, list: ListOptions, details: Fields | undefined, noun: string): BlueprintAction[] {
  const { detailsTitle = `${noun}详情`, related = [], popups = [] } = list;
  const popup = details && { title: detailsTitle, fields: details, related };
  return [
    ...(popup ? [detailsAction(showingAt(at(site, 'details'), list), popup)] : []),
    ...popups.map((each) => extraAction(showingAt(at(site, each.key), list), each)),
  ];
}

export function listTab(site: Site, key: string, title: string, list: ListOptions): BuiltTab {
  const { collection, process, noun = collection.title ?? '' } = list;
  if (process) requireProcessOf(site.place, collection, process);
  namesOf(list.form ?? []).forEach((name) => requireField(at(site, 'form').place, collection, name));
  const word = { edit: '修改', ...site.house.words, ...list.words }.edit;
  const add = formOf(site, key, list, 'add');
  const edit = formOf(site, key, list, 'edit');
  const forms = [add, edit].filter((form): form is Form => form !== undefined);
  const details = list.details === false ? undefined : (list.details ?? list.form);
  const fields = list.fields ?? namesOf(list.form ?? []).slice(0, COLUMNS);
  const tools = list.tools ?? (site.isPhone ? ['refresh'] : ['filter', 'refresh']);
  const block = {
    key,
    type: site.isPhone ? 'list' : 'table',
    collection: collection.name,
    fields: shownFields(showingAt(at(site, 'fields'), list), fields),
    settings: settingsOf(site, list),
    actions: [...tools, ...(add ? [addAction(add, noun)] : [])],
    recordActions: [
      ...opensOf(site, list, details, noun),
      ...(edit ? [editAction(edit, noun, word, process)] : []),
      ...(list.canDelete ? ['delete'] : []),
    ],
  };
  const sheets = list.sheet && isWhole(list) ? sheetOf(at(site, 'sheet').place, collection, key, list.sheet) : [];
  const onRecords = [
    ...recordActionsOf(key, details !== undefined, list),
    ...forms.flatMap((form) => submitButton(form, process)),
  ];
  return {
    tab: { key, title, blocks: [block] },
    ownBlocks: ownBlocksOf(key, details !== undefined, list),
    ownActions: [
      ...areaFilterOf(site, key, list),
      // no reader sees this order; a page compiled in another would be built anew
      ...(process ? [...onRecords, ...sheets] : [...sheets, ...onRecords]),
    ],
    fieldSteps: forms.flatMap((form) => chooserSteps(site, form, list)),
  };
}
