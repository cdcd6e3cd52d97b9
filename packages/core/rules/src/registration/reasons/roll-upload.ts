/** Reasons of `roll-upload.ts`. */
export const ROLL_UPLOAD_REASONS = {
  ROLL_CHOICE_UNKNOWN: {
    zh: '没有“{{label}}”这个选项，请从下拉列表中选择，多项用顿号分隔。',
    en: 'There is no choice "{{label}}"; take one from the list, several separated by commas.',
  },
  ROLL_CONSENT_MISSING: {
    zh: '本人未签署个人信息告知书，不能代为报到；签署后填“是”。',
    en: 'The member has not signed the privacy notice and cannot be registered; enter yes once it is signed.',
  },
  ROLL_ROW_TWICE: {
    zh: '与第{{first}}行是同一人（姓名和电话相同），请删去一行。',
    en: 'The same person as in row {{first}} (same name and phone); remove one of the rows.',
  },
} as const;
