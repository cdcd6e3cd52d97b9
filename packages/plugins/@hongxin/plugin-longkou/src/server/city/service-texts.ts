/** What is needed, offered and done in the demo city; made up, in the words of the programme's eight classes. */
export interface ServiceTheme {
  serviceClass: string;
  skills: readonly string[];
  needs: readonly string[];
  posts: readonly string[];
  projects: readonly string[];
  resource: { title: string; kind: string; quantity: number; unit: string };
  measures: string;
  effect: string;
}

export const SERVICE_THEMES: readonly ServiceTheme[] = [
  {
    serviceClass: 'organization',
    skills: ['organizing'],
    needs: ['楼栋党小组缺少活动场地', '党员学习需要讲师'],
    posts: ['楼前微党课主讲', '党员中心户结对联络'],
    projects: ['楼前微党课', '红色故事会'],
    resource: { title: '党课讲师团', kind: 'talent', quantity: 3, unit: '人' },
    measures: '每月到楼栋开展一次主题党课，与楼栋党小组结对。',
    effect: '按月开课，楼栋党员参学率明显提高。',
  },
  {
    serviceClass: 'legalAid',
    skills: ['law', 'mediation'],
    needs: ['老人需要法律咨询', '邻里噪声纠纷需要调解'],
    posts: ['法律咨询值班', '邻里调解助手'],
    projects: ['法律服务进小区', '邻里纠纷调解室'],
    resource: { title: '法律咨询服务', kind: 'service', quantity: 12, unit: '次' },
    measures: '每周六上午在小区坐班，重大纠纷随时到场。',
    effect: '解答居民咨询，促成多起邻里纠纷和解。',
  },
  {
    serviceClass: 'hardshipAndJobs',
    skills: ['education', 'finance'],
    needs: ['困难家庭孩子需要课业辅导', '返乡青年希望就业指导'],
    posts: ['困难家庭走访', '就业信息送上门'],
    projects: ['困难家庭帮扶', '家门口就业课堂'],
    resource: { title: '爱心帮扶物资', kind: 'goods', quantity: 50, unit: '份' },
    measures: '逐户走访建档，按需送物资、送岗位。',
    effect: '结对家庭全部走访到位，多人实现就近就业。',
  },
  {
    serviceClass: 'communityGovernance',
    skills: ['organizing', 'repair'],
    needs: ['楼道杂物堆放需要清理', '电动车停放缺少引导', '楼前路灯不亮'],
    posts: ['楼道清理', '停车秩序引导', '文明劝导'],
    projects: ['楼道清零行动', '停车棚共建', '微菜园改造'],
    resource: { title: '维修技术人员', kind: 'talent', quantity: 4, unit: '人' },
    measures: '与物业、业委会会诊，分楼栋推进，居民参与。',
    effect: '楼道堆物清理完毕，停车秩序改善。',
  },
  {
    serviceClass: 'health',
    skills: ['medical', 'psychology'],
    needs: ['独居老人需要上门测血压', '居民希望有急救培训'],
    posts: ['健康义诊', '独居老人探访'],
    projects: ['义诊进小区', '急救知识培训'],
    resource: { title: '义诊医疗队', kind: 'talent', quantity: 5, unit: '人' },
    measures: '每季度义诊一次，为独居老人建立健康档案。',
    effect: '服务老人，建立健康档案，发现问题及时转诊。',
  },
  {
    serviceClass: 'cultureAndSport',
    skills: ['culture', 'education'],
    needs: ['孩子放学后没有去处', '文艺队缺少排练场地'],
    posts: ['四点半课堂辅导', '小区运动会服务'],
    projects: ['四点半课堂', '邻里文化节', '小区运动会'],
    resource: { title: '多功能活动室', kind: 'venue', quantity: 1, unit: '间' },
    measures: '工作日放学后开放，安排志愿者轮值。',
    effect: '课堂稳定运行，家长满意度高。',
  },
  {
    serviceClass: 'safetyPatrol',
    skills: ['safety'],
    needs: ['夜间小区需要巡逻', '飞线充电隐患需要排查'],
    posts: ['夜间平安巡逻', '消防隐患排查'],
    projects: ['平安巡逻队', '消防安全进楼栋'],
    resource: { title: '消防器材', kind: 'goods', quantity: 30, unit: '套' },
    measures: '组建巡逻队，每周两次夜巡，建立隐患台账。',
    effect: '隐患当月整改，夜间警情下降。',
  },
  {
    serviceClass: 'other',
    skills: ['technology', 'other'],
    needs: ['老人不会用智能手机', '小区需要旧物回收'],
    posts: ['智能手机小课堂', '便民服务日'],
    projects: ['数字助老', '便民服务日'],
    resource: { title: '便民服务经费', kind: 'funds', quantity: 1, unit: '项' },
    measures: '每月一次便民服务日，手把手教老人用手机。',
    effect: '服务居民，老人学会预约挂号。',
  },
];
