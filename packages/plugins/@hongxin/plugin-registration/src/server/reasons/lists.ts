export const LISTS_REASONS = {} as const;
