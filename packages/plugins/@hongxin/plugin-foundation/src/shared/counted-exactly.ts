/** Up to this many records a list says how many there are; beyond, in steps of it, that there are more. */
export const COUNTED_EXACTLY = 10_000;
