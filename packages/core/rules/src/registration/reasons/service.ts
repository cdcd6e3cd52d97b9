/** Reasons of `service-places.ts` and `service-hours.ts`. */
export const SERVICE_REASONS = {
  PLACES_TAKEN: {
    zh: '名额共{{headCount}}个，还剩{{left}}个，不够认领{{wanted}}个；请选择其他岗位。',
    en: 'Of {{headCount}} places {{left}} are left, too few for {{wanted}}; choose another post.',
  },
  CLAIM_TOO_LATE: {
    zh: '认领已于{{deadline}}截止，请选择其他岗位。',
    en: 'Claiming ended on {{deadline}}; choose another post.',
  },
  WITHDRAWAL_TOO_LATE: {
    zh: '活动已于{{startsAt}}开始，不能再退出；不能到场请联系社区。',
    en: 'The activity began on {{startsAt}}, so the claim can no longer be withdrawn; tell the community if you cannot come.',
  },
  SERVICE_TIME_REVERSED: {
    zh: '服务结束时间应晚于开始时间，请核对。',
    en: 'The service must end after it starts; check the times.',
  },
  SERVICE_NOT_OVER: {
    zh: '服务到{{endsAt}}才结束，请在结束后补录。',
    en: 'The service ends on {{endsAt}}; enter the hours when it is over.',
  },
  SERVICE_LONGER_THAN_ACTIVITY: {
    zh: '填报{{minutes}}分钟，超过活动本身的{{limit}}分钟，请按实际时间填写。',
    en: '{{minutes}} minutes are more than the {{limit}} minutes of the activity itself; enter the time actually served.',
  },
  SERVICE_OUTSIDE_ACTIVITY: {
    zh: '服务时间不在活动时间（{{from}}至{{to}}）内，请核对。',
    en: 'The service lies outside the activity ({{from}} to {{to}}); check the times.',
  },
  SUPPLEMENT_TOO_LATE: {
    zh: '补录应在活动结束后{{days}}天内（{{until}}前）完成；确需补录请由社区核实登记。',
    en: 'Hours are entered within {{days}} days after the activity (until {{until}}); ask the community if needed later.',
  },
  CHECK_IN_TOO_EARLY: {
    zh: '还没到签到时间，请在{{opens}}以后签到。',
    en: 'It is too early to check in; check in from {{opens}} on.',
  },
  CHECK_IN_TOO_LATE: {
    zh: '活动已于{{endsAt}}结束，不能再签到；请用“补录”。',
    en: 'The activity ended on {{endsAt}}; enter the hours afterwards instead.',
  },
  OWN_HOURS: {
    zh: '本人的服务时长不能由本人认定，请由组织活动的社区其他同志认定。',
    en: 'Hours are not verified by who served them; another official of the host verifies them.',
  },
} as const;
