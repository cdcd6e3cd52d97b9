/** Halves of a sign that stand alone: no database stores them, and what is stored in their place is another text. */
const HALVES = /\p{Cs}/gu;

/** Whether a text can be stored as it is. */
export const isWellFormed = (text: string): boolean => !/\p{Cs}/u.test(text);

/** A text as it can be stored: each half of a sign is the sign for "unreadable", as PostgreSQL would keep it. */
export const wellFormed = (text: string): string => text.replace(HALVES, '\uFFFD');
