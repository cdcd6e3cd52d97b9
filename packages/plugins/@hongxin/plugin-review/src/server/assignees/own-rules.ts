import type { LocalizedText } from '@hongxin/rules/mechanism';
import type { Model } from '@nocobase/database';
import type { RelationRule, RoleRule, UsersRule } from '../../shared/config';
import { withRoles } from './find';
import { assigneeRule, type AssigneeRuleType, type FoundPerson, type ReviewSubject } from './registry';

const relationCheck = async (
  { path }: RelationRule,
  collectionName: string,
  app: ReviewSubject['app'],
): Promise<LocalizedText | null> => {
  let collection = app.db.getCollection(collectionName);
  for (const name of (path ?? '').split('.')) {
    const field = collection?.getField(name);
    if (!field?.target)
      return {
        zh: `“${collectionName}”没有关联“${name}”`,
        en: `"${collectionName}" has no relation "${name}"`,
      };
    collection = app.db.getCollection(field.target);
  }
  return collection?.name === 'users' || collection?.hasField('userId')
    ? null
    : { zh: '该关联不指向人员账号', en: 'the relation does not lead to accounts' };
};

const relation = async ({ path }: RelationRule, subject: ReviewSubject): Promise<FoundPerson[]> =>
  path ? peopleAt(path, subject) : [];

/** The rules that need nothing but NocoBase's own users, roles and relations. */
export const OWN_RULES: readonly AssigneeRuleType[] = [
  assigneeRule<UsersRule>({
    type: 'users',
    title: { zh: '指定人员', en: 'Named people' },
    resolve: async ({ userIds }) => [userIds ?? []].flat().map((id) => ({ userId: Number(id) })),
  }),
  assigneeRule<RoleRule>({
    type: 'role',
    title: { zh: '本区域内的角色', en: 'A role inside the area' },
    resolve: async ({ role }, subject) => (role ? withRoles(subject, [role]) : []),
  }),
  assigneeRule<RelationRule>({
    type: 'relation',
    title: { zh: '记录的关联人员', en: 'People of a relation' },
    resolve: relation,
    check: relationCheck,
  }),
  assigneeRule<RelationRule>({
    type: 'expertsAssigned',
    title: { zh: '分配的专家', en: 'Experts assigned' },
    resolve: relation,
    check: relationCheck,
  }),
];

/** The accounts at the end of a relation: users themselves, or rows with a user behind them (persons, experts). */
async function peopleAt(path: string, subject: ReviewSubject): Promise<FoundPerson[]> {
  const collection = subject.db.getCollection(subject.collectionName);
  if (!collection.getField(path.split('.')[0])?.target) return [];
  const record: Model | null = await collection.repository.findOne({
    filterByTk: subject.recordId,
    appends: [path],
    transaction: subject.transaction,
  });
  const ends = path
    .split('.')
    .reduce<unknown[]>((rows, name) => rows.flatMap((row) => valuesAt(row, name)), record ? [record] : []);
  return ends.flatMap((end) => {
    const model = end as Model;
    const isUser = (model.constructor as typeof Model).collection?.name === 'users';
    const userId: unknown = model.get(isUser ? 'id' : 'userId');
    return userId === null || userId === undefined ? [] : [{ userId: Number(userId) }];
  });
}

function valuesAt(row: unknown, name: string): unknown[] {
  const value: unknown = (row as Model).get(name);
  return [value].flat().filter((each) => each !== null && each !== undefined);
}
