import type { OwnBlock, PageSeed } from '../../domain';
import type {
  Blueprint,
  BlueprintAction,
  BlueprintBlock,
  BlueprintField,
  BlueprintPopup,
  BlueprintTab,
} from './blueprint';
import { withStandIns, type RelationLookup } from './relation-popups';

/** Key prefix of actions put in only so that NocoBase does not generate its own; they are taken out again. */
export const UNWANTED = 'hxUnwanted';
/** Key prefix of the markdown blocks whose place one of our own blocks takes. */
export const PLACEHOLDER = 'hxOwnBlock';

/**
 * NocoBase completes every block with default actions, whose popups it fills with all fields of the collection and
 * saves as shared templates. A seed says itself which actions there are, so these are pre-empted by empty ones.
 */
const GENERATED: Readonly<Record<string, { actions: readonly string[]; recordActions: readonly string[] }>> = {
  table: { actions: ['filter', 'refresh', 'bulkDelete', 'addNew'], recordActions: ['view', 'edit', 'delete'] },
  list: { actions: ['filter', 'refresh', 'addNew'], recordActions: [] },
  gridCard: { actions: ['filter', 'refresh', 'addNew'], recordActions: [] },
  calendar: { actions: ['addNew'], recordActions: [] },
  kanban: { actions: ['filter', 'refresh', 'addNew'], recordActions: [] },
  details: { actions: [], recordActions: ['edit'] },
};
const WITH_POPUP = new Set(['addNew', 'view', 'edit']);

const typeOf = (action: string | BlueprintAction): string => (typeof action === 'string' ? action : action.type);

function emptyPopup(type: string, block: BlueprintBlock): BlueprintPopup {
  const empty: BlueprintBlock = { key: 'empty', type: 'markdown', settings: { content: '-' } };
  // The validator wants a form in an edit popup, and a field in a form.
  const form: BlueprintBlock = {
    key: 'empty',
    type: 'editForm',
    resource: { binding: 'currentRecord' },
    fields: firstField(block),
    actions: ['submit'],
  };
  return { tryTemplate: false, blocks: [type === 'edit' ? form : empty] };
}

function firstField(block: BlueprintBlock): BlueprintField[] {
  const fields = [...(block.fields ?? []), ...(block.fieldGroups ?? []).flatMap((group) => group.fields)];
  // A field written as an object is usually a relation, for which a bare name would generate a popup of its own.
  const plainFirst = [...fields].sort((a, b) => Number(typeof a !== 'string') - Number(typeof b !== 'string'));
  const names = plainFirst.map((field) => (typeof field === 'string' ? field : (field.field ?? '')));
  return names
    .filter((name) => name !== '' && !name.includes('.'))
    .slice(0, 1)
    .map(prepareField);
}

function emptyAction(type: string, block: BlueprintBlock): BlueprintAction {
  return { key: `${UNWANTED}_${type}`, type, ...(WITH_POPUP.has(type) ? { popup: emptyPopup(type, block) } : {}) };
}

function onlyNamed(block: BlueprintBlock, scope: 'actions' | 'recordActions'): BlueprintBlock['actions'] {
  const named = block[scope];
  const generated = block.template ? [] : (GENERATED[block.type ?? '']?.[scope] ?? []);
  const present = new Set((named ?? []).map(typeOf));
  const missing = generated.filter((type) => !present.has(type)).map((type) => emptyAction(type, block));
  return named === undefined && missing.length === 0 ? undefined : [...(named ?? []).map(prepareAction), ...missing];
}

function prepareAction(action: string | BlueprintAction): string | BlueprintAction {
  if (typeof action === 'string' || !action.popup?.blocks) return action;
  // Without this the popup becomes a template shared with other pages, and an edit here would change them too.
  return { ...action, popup: { ...action.popup, tryTemplate: false, blocks: action.popup.blocks.map(prepareBlock) } };
}

/** As an object: for the bare name of a relation NocoBase would generate a popup with every field of its target. */
function prepareField(field: BlueprintField): BlueprintField {
  if (typeof field === 'string') return { field };
  const blocks = field.popup?.blocks?.map(prepareBlock);
  return blocks ? { ...field, popup: { ...field.popup, tryTemplate: false, blocks } } : field;
}

function prepareBlock(block: BlueprintBlock): BlueprintBlock {
  const actions = onlyNamed(block, 'actions');
  const recordActions = onlyNamed(block, 'recordActions');
  const fieldGroups = block.fieldGroups?.map((group) => ({ ...group, fields: group.fields.map(prepareField) }));
  return {
    ...block,
    ...(block.fields ? { fields: block.fields.map(prepareField) } : {}),
    ...(fieldGroups ? { fieldGroups } : {}),
    ...(actions ? { actions } : {}),
    ...(recordActions ? { recordActions } : {}),
  };
}

interface Container {
  blocks: readonly BlueprintBlock[];
  layout?: { rows: unknown[][] };
}

function placeholder(index: number): BlueprintBlock {
  return { key: `${PLACEHOLDER}${index}`, type: 'markdown', settings: { content: '-' } };
}

/** Adds blocks above or below the others, also in the layout if there is one. */
function place(container: Container, blocks: readonly BlueprintBlock[], where: OwnBlock['place']): void {
  const join = <T>(present: readonly T[], added: readonly T[]): T[] =>
    where === 'top' ? [...added, ...present] : [...present, ...added];
  container.blocks = join(container.blocks, blocks);
  if (container.layout)
    container.layout = {
      ...container.layout,
      rows: join(
        container.layout.rows,
        blocks.map((block) => [block.key]),
      ),
    };
}

/** The tab, or the popup inside it, that an own block names. */
function containerOf(tabs: readonly BlueprintTab[], block: OwnBlock): Container {
  let container: Container | undefined = tabs.find((tab) => tab.key === block.tab);
  const path = block.popup?.split('.') ?? [];
  for (let index = 0; container && index < path.length; index += 2) {
    const host: BlueprintBlock | undefined = container.blocks.find((each) => each.key === path[index]);
    const actions = [...(host?.actions ?? []), ...(host?.recordActions ?? [])];
    const action = actions.find(
      (each): each is BlueprintAction => typeof each !== 'string' && each.key === path[index + 1],
    );
    container = action?.popup?.blocks ? (action.popup as Container) : undefined;
  }
  if (!container)
    throw new Error(
      `own block ${block.use} goes to ${[block.tab, block.popup].filter(Boolean).join(' › ')}, which the blueprint has not`,
    );
  return container;
}

function placeOwnBlocks(tabs: readonly BlueprintTab[], own: readonly OwnBlock[]): void {
  const containers = new Map<Container, { where: OwnBlock['place']; block: BlueprintBlock }[]>();
  own.forEach((block, index) => {
    const container = containerOf(tabs, block);
    containers.set(container, [
      ...(containers.get(container) ?? []),
      { where: block.place, block: placeholder(index) },
    ]);
  });
  for (const [container, additions] of containers) {
    for (const where of ['top', 'bottom'] as const) {
      const blocks = additions.filter((each) => each.where === where).map((each) => each.block);
      if (blocks.length > 0) place(container, blocks, where);
    }
  }
}

/**
 * The document that `flowSurfaces:applyBlueprint` gets: only the actions the seed names, popups of the page's own,
 * and a placeholder wherever one of our blocks goes.
 * @throws when an own block names a tab or a popup that is not there
 */
export function prepareBlueprint(seed: PageSeed, relation: RelationLookup): Blueprint {
  const source = structuredClone(seed.blueprint);
  const tabs = source.tabs.map((tab) => ({ ...tab, blocks: withStandIns(tab.blocks.map(prepareBlock), relation) }));
  placeOwnBlocks(tabs, seed.ownBlocks ?? []);
  const page = {
    title: seed.item.title,
    documentTitle: seed.item.title,
    enableHeader: true,
    displayTitle: true,
    enableTabs: tabs.length > 1,
    ...source.page,
  };
  return { ...source, page, tabs };
}
