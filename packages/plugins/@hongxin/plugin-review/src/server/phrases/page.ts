import type { PageSeed } from '@hongxin/plugin-foundation';
import { PHRASES } from '../../shared/constants';

const FIELDS = ['text', 'decision', 'sort', 'enabled'];
const form = (type: string, more: object) => ({ key: 'form', type, fields: FIELDS, actions: ['submit'], ...more });

/** 常用意见: phrases every reviewer may pick; the city administrator's. */
export const phrasesPage: PageSeed = {
  key: 'review/phrases',
  version: 1,
  layout: 'desktop',
  roles: ['hx-city'],
  group: { title: '待办与督办', icon: 'AuditOutlined' },
  item: { title: '常用意见', icon: 'MessageOutlined' },
  sort: 152,
  blueprint: {
    tabs: [
      {
        key: 'phrases',
        title: '常用意见',
        blocks: [
          {
            key: 'phrases',
            type: 'table',
            collection: PHRASES,
            fields: FIELDS,
            settings: { pageSize: 20, sorting: [{ field: 'sort', direction: 'asc' }] },
            actions: [
              'refresh',
              {
                key: 'add',
                type: 'addNew',
                title: '新建意见',
                popup: { title: '新建意见', blocks: [form('createForm', { collection: PHRASES })] },
              },
            ],
            recordActions: [
              {
                key: 'edit',
                type: 'edit',
                title: '修改',
                popup: { title: '修改意见', blocks: [form('editForm', { resource: { binding: 'currentRecord' } })] },
              },
              'delete',
            ],
          },
        ],
      },
    ],
  },
};
