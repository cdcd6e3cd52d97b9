import { tablePage } from '../common/pages/table-page';

/** 工作日历: the officially announced days off and made up, and what the city sets otherwise; time limits count by it. */
export const calendarPage = tablePage({
  name: 'calendar',
  title: '工作日历',
  icon: 'CalendarOutlined',
  sort: 110,
  roles: ['hx-city'],
  tabs: [
    {
      title: '节假日与调休',
      table: {
        key: 'days',
        collection: 'hxCalendarDays',
        noun: '日期',
        fields: ['date', 'kind', 'name', 'source', 'year'],
        formFields: ['date', 'kind', 'name'],
        sort: 'date',
        direction: 'desc',
        canDelete: true,
        sheet: {
          explain:
            '只登记与周历不同的日子：工作日休息、周末上班。元旦和国庆都登记为休息的年份才算已公布，没有公布的年份按周历计算并提示。有一行不合格则全部不导入。',
          columns: [
            { field: 'date', title: '日期' },
            { field: 'kind', title: '类别' },
            { field: 'name', title: '节日' },
          ],
        },
      },
    },
  ],
});
