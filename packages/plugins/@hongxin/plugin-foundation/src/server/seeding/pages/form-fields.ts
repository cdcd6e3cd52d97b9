import { walk, type FlowNode } from '../flow-models';
import type { StoredPage } from './page-nodes';

/** A field as it stands on a form, with what an administrator has set there. */
export interface FormField {
  name: string;
  /** As written on the form, where it differs from the field's own title. */
  label?: string;
  description?: string;
  required: boolean;
}

interface Init {
  init?: { collectionName?: string; fieldPath?: string };
}
interface ItemSettings {
  label?: { label?: unknown };
  description?: { description?: unknown };
  required?: { required?: unknown };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function fieldOf({ stepParams = {}, props = {} }: FlowNode): FormField | null {
  const { fieldPath } = (stepParams.fieldSettings as Init | undefined)?.init ?? {};
  if (!fieldPath || fieldPath.includes('.')) return null;
  const settings = (stepParams.editItemSettings ?? {}) as ItemSettings;
  return {
    name: fieldPath,
    label: textOf(settings.label?.label),
    description: textOf(settings.description?.description),
    required: Boolean(settings.required?.required ?? props.required),
  };
}

/** The fields on a page's forms to create a record of a collection, each once. */
export function fieldsOnForms(page: StoredPage, collectionName: string): FormField[] {
  const nodes = page.tabs.flatMap(({ grid }) => (grid ? [...walk(grid)] : []));
  const forms = nodes.filter(
    ({ use, stepParams }) =>
      use === 'CreateFormModel' &&
      (stepParams?.resourceSettings as Init | undefined)?.init?.collectionName === collectionName,
  );
  const fields = forms.flatMap((form) =>
    [...walk(form)].filter(({ use }) => use === 'FormItemModel').flatMap((item) => fieldOf(item) ?? []),
  );
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}
