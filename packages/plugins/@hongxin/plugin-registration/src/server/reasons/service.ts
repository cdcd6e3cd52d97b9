export const SERVICE_REASONS = {} as const;
