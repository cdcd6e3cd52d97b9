import { type APIClientLike, type Collection } from '@nocobase/flow-engine';
import { type RecordKey, type Values } from '../requests/transitions';

/** The parts of the host's form blocks (create and edit) that submitting uses. */
export interface FormBlock {
  collection: Collection;
  form: FormControl;
  resource: FormResource;
  emitter: { on(event: string, listener: () => void): void; off(event: string, listener: () => void): void };
  /** Validates, collects the values, hands them to `save`, then clears or reads again. Rejects with what `save` throws. */
  submit(params: object, save: (values: Values, key?: RecordKey) => Promise<unknown>): Promise<unknown>;
}

interface FormControl {
  setFields(fields: { name: string; errors: string[] }[]): void;
  scrollToField?(name: unknown, options?: object): void;
}

interface FormResource {
  isNewRecord?: boolean;
  getResourceName(): string;
  getSourceId(): string | number | null;
  getFilterByTk(): RecordKey | undefined;
  setFilterByTk(key: RecordKey | undefined): unknown;
  getUpdateAssociationValues(): string[];
  emit?(event: string, values: Values): void;
}

/**
 * Saves what a form holds. The record a create form has made stays its record until the form is cleared: whoever saves
 * next, this action or the form's own, changes it instead of making a second one.
 */
export class FormDraft {
  private release: (() => void) | undefined;

  constructor(
    private readonly api: APIClientLike,
    private readonly block: FormBlock,
  ) {}

  /** @returns the saved record; @throws the request's error, with all reasons */
  async save(values: Values, key?: RecordKey): Promise<Values> {
    const { resource, collection } = this.block;
    const existing = key ?? (resource.isNewRecord ? undefined : resource.getFilterByTk());
    const { data } = await this.api.request<{ data: Values | Values[] }>({
      url: this.url(existing === undefined ? 'create' : 'update'),
      method: 'post',
      params: {
        updateAssociationValues: resource.getUpdateAssociationValues(),
        ...(existing === undefined ? {} : { filterByTk: existing }),
      },
      data: values,
      skipNotify: true,
    });
    const saved: Values | undefined = [data.data].flat()[0] as Values | undefined;
    const record = { ...saved, ...(existing === undefined ? {} : { [collection.filterTargetKey]: existing }) };
    const recordKey = collection.getFilterByTK(record);
    if (existing === undefined && recordKey !== undefined) this.keep(recordKey);
    resource.emit?.('saved', values);
    return record;
  }

  /** Lets go of the record this create form has made. */
  forget(): void {
    this.release?.();
    this.release = undefined;
  }

  private keep(key: RecordKey): void {
    const { resource, emitter } = this.block;
    const forget = (): void => this.forget();
    resource.setFilterByTk(key);
    emitter.on('onFieldReset', forget);
    this.release = () => {
      emitter.off('onFieldReset', forget);
      resource.setFilterByTk(undefined);
      resource.isNewRecord = true;
    };
  }

  private url(action: 'create' | 'update'): string {
    const { resource } = this.block;
    const [name, source] = [resource.getResourceName(), resource.getSourceId()];
    const [parent, child] = name.split('.');
    return source && child ? `${parent}/${source}/${child}:${action}` : `${name}:${action}`;
  }
}

/** Form items go by the relation's name where a reason names its foreign key. */
export function formItemOf(collection: Collection, field: string): string {
  return collection.getFields().find((each) => each.type === 'belongsTo' && each.foreignKey === field)?.name ?? field;
}
