/** The parts of a page blueprint that seeding has to look into; everything else passes through untouched. */
export interface BlueprintPopup {
  blocks?: BlueprintBlock[];
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
  fields?: BlueprintField[];
  fieldGroups?: { fields: BlueprintField[] }[];
  actions?: (string | BlueprintAction)[];
  recordActions?: (string | BlueprintAction)[];
  template?: unknown;
  [key: string]: unknown;
}

export interface BlueprintTab {
  key: string;
  title?: string;
  blocks: BlueprintBlock[];
  layout?: { rows: unknown[][] };
  [key: string]: unknown;
}

export interface Blueprint {
  page?: Record<string, unknown>;
  tabs: BlueprintTab[];
  [key: string]: unknown;
}
