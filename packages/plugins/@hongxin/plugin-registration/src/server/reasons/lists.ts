/** Messages about needs, resources and projects. */
export const LISTS_REASONS = {
  SERVICE_CLASS_UNKNOWN: {
    zh: '所选服务类别不在“服务岗位类别”字典中，请重新选择。',
    en: 'The chosen item is no class of service; choose one from the dictionary of service classes.',
  },
  NEED_FORBIDS_CHANGES: {
    zh: '需求“{{title}}”已进入办理，不能再修改；需要更正请联系社区。',
    en: 'Need "{{title}}" is being handled and can no longer be changed; ask the community.',
  },
  NEED_NOT_OPEN: {
    zh: '需求“{{title}}”不在可认领状态，可能刚被其他单位认领；请选择其他需求。',
    en: 'Need "{{title}}" cannot be claimed now, perhaps another unit was faster; choose another need.',
  },
  NEED_IS_A_RECORD: {
    zh: '需求“{{title}}”须留存，不能删除；请用“撤回需求”。',
    en: 'Need "{{title}}" is kept as a record; withdraw it instead of deleting it.',
  },
  UNIT_NOT_REPRESENTED: {
    zh: '您不是该单位的联络员，不能以该单位名义办理。',
    en: 'You are not the liaison of this unit and cannot act in its name.',
  },
  UNIT_WANTED: {
    zh: '没有找到您负责联络的单位，请先由社区登记单位和联络员。',
    en: 'You are the liaison of no unit; the community registers the unit and its liaison first.',
  },
  RESOURCE_PERIOD_REVERSED: {
    zh: '可用结束日期早于开始日期，请核对。',
    en: 'The resource is available to a day before it is available from; check the days.',
  },
  RESOURCE_NOT_OF_UNIT: {
    zh: '投入的资源“{{title}}”不属于共建单位，或已收回，请重新选择。',
    en: 'Resource "{{title}}" is not the unit\'s or was taken back; choose another.',
  },
  PROJECT_AREA_MISSING: {
    zh: '没有对应需求的项目，请选择项目区域。',
    en: 'A project without a need names its area; choose one.',
  },
  PROJECT_DEADLINE_PAST: {
    zh: '完成期限{{deadline}}已过，请填写今天以后的日期。',
    en: 'The deadline {{deadline}} has passed; give a later day.',
  },
  PROJECT_FORBIDS_CHANGES: {
    zh: '项目“{{title}}”已认领，内容不能再改；进展请用“更新进展”，不再实施请用“终止项目”。',
    en: 'Project "{{title}}" has been claimed; report progress or terminate it instead of changing it.',
  },
  TAKE_ON_PAST: {
    zh: '开始时间已过，请选择今后的时间。',
    en: 'That time has passed; choose a later one.',
  },
  TAKE_ON_TOO_LONG: {
    zh: '一次服务最长8小时，请分次认领或缩短时间。',
    en: 'One service lasts eight hours at most; shorten it.',
  },
  INVITE_NEED_NOT_PUBLISHED: {
    zh: '需求“{{title}}”不在已发布状态，不能邀请；已有人认领或已结束的不用再邀请。',
    en: 'Need "{{title}}" is not published, so nobody can be invited; it may have been claimed already.',
  },
  INVITEE_NOT_PROPOSED: {
    zh: '只能邀请匹配建议中的党员和单位；建议可能已变化，请刷新后再试。',
    en: 'Only members and units among the proposals can be invited; they may have changed, read them again.',
  },
  INVITEE_UNREACHABLE: {
    zh: '“{{title}}”没有可以接收通知的账号，请用其他方式联系。',
    en: 'Nobody behind "{{title}}" has an account that could be told; get in touch another way.',
  },
  SATISFACTION_UNKNOWN: {
    zh: '满意度请选择1到5之间的一项。',
    en: 'Choose a satisfaction from 1 to 5.',
  },
  PUBLIC_TEXT_TOO_LONG: {
    zh: '“{{field}}”不能超过{{limit}}个字，请精简。',
    en: '"{{field}}" may have {{limit}} characters; shorten it.',
  },
  PUBLIC_NO_LINKS: {
    zh: '“{{field}}”中不能写网址，请用文字说明。',
    en: '"{{field}}" may not contain web addresses; describe the need in words.',
  },
  PUBLIC_DAY_INVALID: {
    zh: '希望完成日期不是有效的日期，请重新选择。',
    en: 'The day by which help is wanted is no real day; choose another.',
  },
  PUBLIC_AREA_MISSING: {
    zh: '请选择需求所在的社区或小区。',
    en: 'Choose the community or estate the need is in.',
  },
  PUBLIC_RAISED_ALREADY: {
    zh: '同样的需求今天已提交过，请凭查询码查看进度。',
    en: 'The same need was raised within a day; follow it by its code.',
  },
  QUESTION_WRONG: {
    zh: '验证问题的答案不对，请重新回答。',
    en: 'The answer to the question is wrong; try again.',
  },
  QUESTION_EXPIRED: {
    zh: '验证问题已用过或已过期，请刷新后重新回答。',
    en: 'The question was used or has expired; answer a new one.',
  },
  QUESTION_TOO_FAST: {
    zh: '提交得太快了，请核对后再提交。',
    en: 'That was too fast; check what you wrote and send it again.',
  },
  TOO_MANY_ATTEMPTS: {
    zh: '操作太频繁，请{{minutes}}分钟后再试；急事请直接联系社区。',
    en: 'Too many attempts; try again in {{minutes}} minutes, or call the community.',
  },
  TRACKING_CODE_UNKNOWN: {
    zh: '没有这个查询码对应的需求，请核对。',
    en: 'No need has this code; check it.',
  },
} as const;
