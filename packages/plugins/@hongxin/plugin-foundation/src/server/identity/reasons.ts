import type { LocalizedText } from '@hongxin/rules/mechanism';

/** Messages about who somebody is. */
export const IDENTITY_REASONS = {
  DEFAULT_ROLE_NOT_YOURS: {
    zh: '“{{role}}”不是您的角色，不能设为默认角色；请在您自己的角色中选择。',
    en: '"{{role}}" is not a role of yours and cannot be your default role; choose one of your own.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
