import { type AssigneeRuleType } from '../../packages/plugins/@hongxin/plugin-review/src/shared/contract';

const path = (kind: 'people' | 'relations') => ({ name: 'path', title: '记录里的哪一项', kind, required: true });

/** What `hxReviewTasks:assigneeRules` answers where the pack's own plugins are on; a server test holds it equal. */
export const RULE_TYPES: readonly AssigneeRuleType[] = [
  {
    type: 'postHolder',
    title: '担任某个岗位的人',
    sentence: '{{postTypes}}（{{levelsAbove}}）',
    options: [
      {
        name: 'postTypes',
        title: '岗位',
        kind: 'records',
        required: true,
        initially: [],
        of: { collection: 'hxPostTypes', value: 'code', title: 'title', titleEn: 'titleEn', sort: 'sort' },
      },
      { name: 'levelsAbove', title: '哪一级', kind: 'place', required: true, initially: 0 },
    ],
  },
  {
    type: 'organizationHead',
    title: '党组织负责人',
    sentence: '{{levelsAbove}}',
    options: [
      {
        name: 'levelsAbove',
        title: '哪一级党组织',
        kind: 'choice',
        required: true,
        initially: 0,
        choices: [
          { value: 0, title: '记录所属的党组织', said: '所属党组织负责人' },
          { value: 1, title: '上级党组织', said: '上级党组织负责人' },
        ],
      },
    ],
  },
  { type: 'unitLiaison', title: '记录所属单位的联络员', sentence: '记录所属单位的联络员', options: [] },
  { type: 'relation', title: '记录里指定的人', sentence: '{{path}}', options: [path('people')] },
  {
    type: 'role',
    title: '区域内具有某个角色的人',
    sentence: '区域内的{{role}}',
    options: [{ name: 'role', title: '角色', kind: 'role', required: true }],
  },
  {
    type: 'users',
    title: '指定的人',
    sentence: '{{userIds}}',
    options: [{ name: 'userIds', title: '人员', kind: 'users', required: true }],
  },
  { type: 'expertsAssigned', title: '分派的专家', sentence: '{{path}}', options: [path('relations')] },
];
