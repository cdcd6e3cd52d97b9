export const UNITS_REASONS = {} as const;
