import type { FieldSteps, OwnAction, OwnBlock, RoleName } from '../../domain';
import type { BlueprintTab } from '../../seeding/pages/blueprint';
import type { Place } from './declared';
import type { House } from './options';

/** Where a list or a form stands. */
export interface Site {
  house: House;
  place: Place;
  roles: readonly RoleName[];
  isPhone: boolean;
}

/** A tab, and what the blueprint language does not know of it. */
export interface BuiltTab {
  tab: BlueprintTab;
  ownBlocks: OwnBlock[];
  ownActions: OwnAction[];
  fieldSteps: FieldSteps[];
}

/** The same page at another place of it, for the sentence of a refusal. */
export const at = (site: Site, part: string): Site => ({ ...site, place: `${site.place}, ${part}` });
