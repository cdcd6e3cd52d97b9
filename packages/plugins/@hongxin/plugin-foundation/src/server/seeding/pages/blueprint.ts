/** The parts of a page blueprint that seeding has to look into; everything else passes through untouched. */
export interface BlueprintPopup {
  blocks?: readonly BlueprintBlock[];
  tryTemplate?: boolean;
  [key: string]: unknown;
}

export interface BlueprintAction {
  key?: string;
  type: string;
  popup?: BlueprintPopup;
  [key: string]: unknown;
}

export type BlueprintField = string | { field?: string; popup?: BlueprintPopup; [key: string]: unknown };

export interface BlueprintBlock {
  key?: string;
  type?: string;
  fields?: readonly BlueprintField[];
  fieldGroups?: readonly { fields: readonly BlueprintField[] }[];
  actions?: readonly (string | BlueprintAction)[];
  recordActions?: readonly (string | BlueprintAction)[];
  template?: unknown;
  [key: string]: unknown;
}

export interface BlueprintTab {
  key: string;
  title?: string;
  blocks: readonly BlueprintBlock[];
  layout?: { rows: unknown[][] };
  [key: string]: unknown;
}

export interface Blueprint {
  page?: Record<string, unknown>;
  tabs: readonly BlueprintTab[];
  [key: string]: unknown;
}
