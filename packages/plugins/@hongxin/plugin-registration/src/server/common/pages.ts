/** What the plugin's pages have in common. */
import { pageBuilder } from '@hongxin/plugin-foundation';
import { AREA_FILTER } from '@hongxin/plugin-governance';
import { OFFERS } from '../../shared/offers';

export const { listPage } = pageBuilder({
  plugin: 'registration',
  group: { title: '双报到', icon: 'TeamOutlined' },
  roles: ['hx-city', 'hx-official'],
  words: { save: '保存' },
  offers: OFFERS,
  areaFilter: AREA_FILTER,
});

/** Columns that sheets head otherwise than the field is called. */
export const AREA_CODE = ['area.code', '区域代码'] as const;
export const AREA_NAME = ['area.name', '所在区域'] as const;
export const UNIT_NAME = ['unit.name', '单位'] as const;

export const ALL_OR_NOTHING = '整表一次导入，有一行不合格则全部不导入。';
