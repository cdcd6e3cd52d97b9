import type { LocalizedText } from '@hongxin/rules/mechanism';
import type { Model } from '@nocobase/database';
import type { RelationRule, RoleRule, UsersRule } from '../../shared/config';
import { withRoles } from './find';
import type { DeclaredOption } from './descriptions';
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

const path = (kind: 'people' | 'relations'): DeclaredOption => ({
  name: 'path',
  title: { zh: '记录里的哪一项', en: 'Which relation of the record' },
  kind,
  required: true,
});

/** What the canvas says and asks of the rule that asks a role; the plugin that knows places answers it by them. */
export const ROLE_RULE = {
  type: 'role',
  sort: 50,
  title: { zh: '区域内具有某个角色的人', en: 'People with a role in the area' },
  because: { zh: '本区域内的角色', en: 'A role inside the area' },
  sentence: { zh: '区域内的{{role}}', en: '{{role}} in the area' },
  options: [{ name: 'role', title: { zh: '角色', en: 'Role' }, kind: 'role', required: true }],
} as const satisfies Partial<AssigneeRuleType>;

/** The rules that need nothing but NocoBase's own users, roles and relations. */
export const OWN_RULES: readonly AssigneeRuleType[] = [
  assigneeRule<UsersRule>({
    type: 'users',
    sort: 60,
    title: { zh: '指定的人', en: 'Named people' },
    because: { zh: '指定人员', en: 'Named people' },
    sentence: { zh: '{{userIds}}', en: '{{userIds}}' },
    options: [{ name: 'userIds', title: { zh: '人员', en: 'People' }, kind: 'users', required: true }],
    resolve: async ({ userIds }) => [userIds ?? []].flat().map((id) => ({ userId: Number(id) })),
  }),
  assigneeRule<RoleRule>({
    ...ROLE_RULE,
    resolve: async ({ role }, subject) => (role ? withRoles(subject, [role]) : []),
  }),
  assigneeRule<RelationRule>({
    type: 'relation',
    sort: 40,
    title: { zh: '记录里指定的人', en: 'People the record points to' },
    because: { zh: '记录的关联人员', en: 'People of a relation' },
    sentence: { zh: '{{path}}', en: '{{path}}' },
    options: [path('people')],
    resolve: relation,
    check: relationCheck,
  }),
  assigneeRule<RelationRule>({
    type: 'expertsAssigned',
    sort: 70,
    title: { zh: '分派的专家', en: 'Experts assigned' },
    because: { zh: '分配的专家', en: 'Experts assigned' },
    sentence: { zh: '{{path}}', en: '{{path}}' },
    options: [path('relations')],
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
