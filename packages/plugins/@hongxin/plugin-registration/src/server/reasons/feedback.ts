export const FEEDBACK_REASONS = {} as const;
