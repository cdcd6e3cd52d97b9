/** Reasons of `registration.ts`. */
export const REGISTRATION_REASONS = {
  TRANSFER_TARGET_NOT_COMMUNITY: {
    zh: '“{{code}}”不是社区或其下的区域，请选择转入的社区。',
    en: '"{{code}}" is not a community or an area within one; choose the community to transfer to.',
  },
  TRANSFER_SAME_COMMUNITY: {
    zh: '转入社区与现报到社区相同（{{code}}），请选择另一个社区。',
    en: 'The target is the present community ({{code}}); choose another community.',
  },
  ALREADY_ON_ROLL: {
    zh: '该党员已在{{count}}个社区在册，同一时间只能在一个社区报到，请先办理转出或注销。',
    en: 'The member is already on the roll of {{count}} community; one at a time. Transfer or cancel that registration first.',
  },
} as const;
