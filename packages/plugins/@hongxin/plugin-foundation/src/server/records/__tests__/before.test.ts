import { changedFields } from '../before';
import type { Model } from '@nocobase/database';

const saving = (changed: string[] | false): Model => ({ changed: () => changed }) as unknown as Model;

it('tells what changes besides who saves and when: NocoBase marks these before or after a rule runs', () => {
  expect(changedFields(saving(['content', 'updatedById', 'updatedAt']))).toEqual(['content']);
  expect(changedFields(saving(false))).toEqual([]);
});
