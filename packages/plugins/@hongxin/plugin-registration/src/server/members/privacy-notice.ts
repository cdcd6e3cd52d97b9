import type { PrivacyNoticeSeed } from '@hongxin/plugin-foundation';
import type { LocalizedText } from '@hongxin/rules/mechanism';

/** What a member is told before consenting (PIPL art. 14, 17, 23, 29). A change of text is a new version. */
export interface PrivacyNotice {
  version: string;
  /** What the member ticks. */
  consent: LocalizedText;
  /** Markdown. */
  text: LocalizedText;
}

/** The notice in force: a registration is submitted under this version only. */
export const PRIVACY_NOTICE: PrivacyNotice = {
  version: '2026-1',
  consent: {
    zh: '我已阅读并同意《在职党员报到个人信息处理告知书》',
    en: 'I have read the privacy notice for in-service members and consent to it',
  },
  text: {
    zh: [
      '**在职党员报到个人信息处理告知书（2026-1）**',
      '',
      '- **谁在处理**：您居住地社区党组织、所属街道和市级主管部门。',
      '- **处理什么**：姓名、联系电话、工作单位、居住楼栋和门牌号、党员身份，以及您自愿填写的特长、服务意向和可服务时间。党员身份属于敏感个人信息。',
      '- **为了什么**：办理报到、安排社区服务、出具回执和年度反馈；不作他用，不公开展示。',
      '- **谁能看到**：您所在单位的联络员（看不到门牌号）和居住地社区、街道的经办人；电话默认隐去中间四位，查看原文会留痕。居住地变更并办理转接时，信息随报到转至转入社区。',
      '- **保存多久**：在册期间及离册后 36 个月。',
      '- **您的权利**：可以查看、更正、撤回同意或注销报到；提交前随时可以修改，撤回不影响此前已办理的事项。不同意只影响线上报到，您仍可到社区书面办理。',
    ].join('\n'),
    en: [
      '**Privacy notice for in-service members (2026-1)**',
      '',
      '- **Who**: the party organisation of the community you live in, its street, and the city department in charge.',
      '- **What**: name, phone, employer, building and door number, party membership, and the skills, intentions and times you choose to give. Party membership is sensitive personal information.',
      '- **Why**: to register you, arrange community service, issue receipts and yearly feedback; for nothing else, and never in public.',
      '- **Who sees it**: the liaison of your unit (without the door number) and those in charge in your community and street; phones are masked, and every reveal is recorded. When you move and your registration is transferred, it goes to the receiving community.',
      '- **How long**: while you are on the roll and 36 months after.',
      '- **Your rights**: see, correct, withdraw consent or cancel. Without consent you can still register on paper at the community.',
    ].join('\n'),
  },
};

/** How the notice is known among all notices; consents name it. */
export const NOTICE_CODE = 'memberRegistration';

/** The notice as the foundation keeps it, version by version. */
export const NOTICES: readonly PrivacyNoticeSeed[] = [
  {
    code: NOTICE_CODE,
    version: PRIVACY_NOTICE.version,
    title: { zh: '在职党员报到个人信息处理告知书', en: 'Privacy notice for in-service members' },
    text: PRIVACY_NOTICE.text,
  },
];
