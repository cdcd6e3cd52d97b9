import { hxCalendarDays } from '@hongxin/plugin-foundation';
import { listPage } from '../common/pages';

const FORM = ['date', 'kind', 'name'];

/** 工作日历: the officially announced days off and made up, and what the city sets otherwise; time limits count by it. */
export const calendarPage = listPage({
  name: 'calendar',
  roles: ['hx-city'],
  title: '工作日历',
  icon: 'CalendarOutlined',
  sort: 110,
  collection: hxCalendarDays,
  noun: '日期',
  fields: [...FORM, 'source', 'year'],
  order: '-date',
  form: FORM,
  canDelete: true,
  tabs: [{ key: 'days', title: '节假日与调休' }],
  sheet: {
    explain:
      '只登记与周历不同的日子：工作日休息、周末上班。元旦和国庆都登记为休息的年份才算已公布，没有公布的年份按周历计算并提示。有一行不合格则全部不导入。',
    columns: FORM,
  },
});
