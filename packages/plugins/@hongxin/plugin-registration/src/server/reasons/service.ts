/** Messages about service posts, claims and records. */
export const SERVICE_REASONS = {
  POST_TIMES_REVERSED: {
    zh: '岗位结束时间应晚于开始时间，请核对。',
    en: 'A post must end after it starts; check the times.',
  },
  POST_CLAIM_BY_TOO_LATE: {
    zh: '认领截止不能晚于岗位结束时间，请核对。',
    en: 'The deadline for claims lies after the end of the post; check the times.',
  },
  POST_OVER: {
    zh: '岗位结束时间{{endsAt}}已过，不能发布，请修改时间。',
    en: 'The post ended on {{endsAt}}; change its times before publishing it.',
  },
  POST_NOT_OVER: {
    zh: '岗位到{{endsAt}}才结束；提前不办请用“取消岗位”。',
    en: 'The post ends on {{endsAt}}; cancel it if it does not take place.',
  },
  POST_HAS_CLAIMS: {
    zh: '岗位“{{title}}”已有{{count}}人认领，人数上限不能少于已认领人数，时间也不能再改；需要调整请取消后另行发布。',
    en: '{{count}} people have claimed post "{{title}}": its head count cannot fall below them, nor its times change. Cancel it and publish another.',
  },
  POST_IS_A_RECORD: {
    zh: '岗位“{{title}}”已发布过，须留存，不能删除；请用“取消岗位”。',
    en: 'Post "{{title}}" was published and is kept as a record; cancel it instead of deleting it.',
  },
  POST_FORBIDS_CHANGES: {
    zh: '岗位“{{title}}”已结束或取消，不能再修改。',
    en: 'Post "{{title}}" is over or cancelled and can no longer be changed.',
  },
  CHECK_IN_CODE_FORM: {
    zh: '签到码应为4到6位数字，或留空不用签到码。',
    en: 'A check-in code has 4 to 6 digits; leave it blank to do without.',
  },
  CLAIM_TARGET: {
    zh: '请选择一个服务岗位或一个共建项目。',
    en: 'Claim one service post or one project.',
  },
  CLAIM_TARGET_MISSING: {
    zh: '没有所选的岗位或项目，它可能已被删除，请重新选择。',
    en: 'The chosen post or project does not exist; choose another.',
  },
  CLAIM_NOT_OPEN: {
    zh: '“{{title}}”现在不接受认领，请选择其他岗位。',
    en: '"{{title}}" takes no claims now; choose another.',
  },
  CLAIM_TWICE: {
    zh: '“{{title}}”已认领过，不用重复认领。',
    en: '"{{title}}" has been claimed already; there is no need to claim it again.',
  },
  CLAIM_OVERLAPS: {
    zh: '您已认领同一时间的“{{title}}”（{{from}}至{{to}}），请另选时间，或先退出那个岗位。',
    en: 'You have claimed "{{title}}" for the same time ({{from}} to {{to}}); choose another time, or withdraw from it first.',
  },
  CLAIM_WITHOUT_HOURS: {
    zh: '这份认领还没有已认定的服务时长，不能认定完成；请先登记并认定时长，没有来的请记为未到。',
    en: 'No hours of this claim have been verified, so it cannot be marked as served; enter and verify them first, or mark who did not come as absent.',
  },
  CLAIM_ACTIVITY_NOT_OVER: {
    zh: '“{{title}}”还没有结束（{{endsAt}}），结束后再认定完成。',
    en: '"{{title}}" is not over yet ({{endsAt}}); mark the claim as served after that.',
  },
  NOT_ON_ROLL: {
    zh: '还没有在社区报到在册，不能认领；请先完成党员报到。',
    en: "Only members on a community's roll claim posts; register first.",
  },
  CLAIM_IS_A_RECORD: {
    zh: '认领须留存，不能删除；请用“退出”或“取消认领”。',
    en: 'Claims are kept as records; withdraw or cancel instead of deleting.',
  },
  CHECK_IN_CODE_WRONG: {
    zh: '签到码不对，请向现场联系人核对。',
    en: 'The check-in code is wrong; ask the host on the spot.',
  },
  CHECK_IN_LOCKED: {
    zh: '签到码输错次数过多，请向现场联系人核对签到码，{{minutes}}分钟后再试。',
    en: 'The check-in code was wrong too often; ask the host on the spot for it and try again in {{minutes}} minutes.',
  },
  CHECKED_IN_ELSEWHERE: {
    zh: '您在“{{title}}”签到后还没有签退（{{since}}起），请先在那里签退。',
    en: 'You checked in at "{{title}}" at {{since}} and have not checked out; check out there first.',
  },
  CHECK_IN_ONLY_AT_POSTS: {
    zh: '共建项目没有签到，请在服务后用“补录时长”。',
    en: 'Projects have no check-in; enter the hours after serving.',
  },
  CLAIM_OF_UNIT: {
    zh: '单位认领由社区确认完成，不按个人登记时长。',
    en: "A unit's claim is confirmed by the community; hours are kept per member.",
  },
  RECORD_CLAIM_MISSING: {
    zh: '没有找到对应的认领，请先认领岗位或项目，再登记服务。',
    en: 'There is no claim for this service; claim the post or project first.',
  },
  RECORD_CLAIM_NOT_OPEN: {
    zh: '这份认领已提交时长或已结束，不能重复登记。',
    en: 'Hours have been handed in for this claim, or it has ended.',
  },
  RECORD_NOT_YOURS: {
    zh: '只能登记本人的服务。',
    en: "Only one's own service can be entered.",
  },
  RECORD_OVERLAPS: {
    zh: '“{{title}}”已有{{from}}至{{to}}的服务记录，同一时间不能重复计时，请核对。',
    en: 'A service record of "{{title}}" covers {{from}} to {{to}}; the same time counts once. Check the times.',
  },
  SERVICE_WHILE_CHECKED_IN: {
    zh: '这段时间您在“{{title}}”签到中（{{from}}至{{to}}），同一时间不能重复计时；请先签退，再登记其他时间。',
    en: 'You are checked in at "{{title}}" at that time ({{from}} to {{to}}); check out first, then enter other times.',
  },
  RECORD_WITHOUT_TIME: {
    zh: '这条记录没有落在活动时间内的时长，不能认定；请不予认定，需要时由社区补录实际时长。',
    en: 'This record has no time inside the activity and cannot be verified; refuse it, and enter the real hours if there are any.',
  },
  RECORD_PROJECT_OVER: {
    zh: '共建项目“{{title}}”已完成或终止，不再登记时长。',
    en: 'Project "{{title}}" is done or was given up; it takes no more hours.',
  },
  RECORD_FORBIDS_CHANGES: {
    zh: '服务记录认定后不能修改或删除；有误请登记一条冲销记录。',
    en: 'A decided service record is neither changed nor deleted; enter a reversing record.',
  },
  RECORD_NOT_REVERSIBLE: {
    zh: '只有已认定、没有冲销过的服务记录可以冲销。',
    en: 'Only verified records that have not been reversed can be reversed.',
  },
  REVERSAL_NEEDS_CONTENT: {
    zh: '请写明冲销的原因。',
    en: 'Say why the record is reversed.',
  },
  YEAR_CLOSED: {
    zh: '{{year}}年度反馈已出具，该年度不再认定或登记时长：待认定的请不予认定并写明原因，已认定的请登记冲销记录更正。',
    en: 'The feedback of {{year}} has been issued; it takes no more hours. Refuse what is still pending and say why; correct what was verified by a reversing entry.',
  },
  SERVICE_LIMITS_INVALID: {
    zh: '服务时长设置应写明 supplementDays（补录天数）、earlyMinutes（提前签到分钟）、allowanceMinutes（前后宽限分钟），均为0到10000的整数。',
    en: 'Service limits name supplementDays, earlyMinutes and allowanceMinutes, each a whole number from 0 to 10000.',
  },
} as const;
