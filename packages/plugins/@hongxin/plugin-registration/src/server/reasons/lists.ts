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
  UNIT_NOT_YOURS: {
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
  SATISFACTION_UNKNOWN: {
    zh: '满意度请选择1到5之间的一项。',
    en: 'Choose a satisfaction from 1 to 5.',
  },
} as const;
