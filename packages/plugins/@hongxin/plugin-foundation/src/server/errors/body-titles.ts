import type { Language, LocalizedText } from '@hongxin/rules/mechanism';

/** What the parts of requests to own actions are called where no collection has a field of that name to give its title. */
const TITLES: ReadonlyMap<string, LocalizedText> = new Map(
  Object.entries({
    reason: { zh: '理由', en: 'reason' },
    opinion: { zh: '意见', en: 'opinion' },
    year: { zh: '年度', en: 'year' },
    transition: { zh: '办理步骤', en: 'step' },
    kind: { zh: '类型', en: 'kind' },
    code: { zh: '查询码', en: 'code' },
    title: { zh: '名称', en: 'title' },
    description: { zh: '说明', en: 'description' },
    areaId: { zh: '所在区域', en: 'area' },
    contactName: { zh: '联系人', en: 'contact' },
    contactPhone: { zh: '联系电话', en: 'contact phone' },
    organizationName: { zh: '单位或组织名称', en: 'organisation' },
    applicantName: { zh: '申请人姓名', en: 'name of the applicant' },
    creditCode: { zh: '统一社会信用代码', en: 'credit code' },
    phone: { zh: '手机号码', en: 'phone' },
    username: { zh: '账号', en: 'account' },
    password: { zh: '密码', en: 'password' },
    startsAt: { zh: '开始时间', en: 'beginning' },
    endsAt: { zh: '结束时间', en: 'end' },
  }),
);

export const bodyTitle = (name: string, language: Language): string | undefined => TITLES.get(name)?.[language];
