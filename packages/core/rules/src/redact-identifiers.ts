/** An identity number inside a text, known by the birth date in its middle; a building's 18-digit area code has none. */
const IDENTITY_NUMBER =
  /(?<![0-9A-Za-z])[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])/g;
/** A bank card: 16 to 19 digits, perhaps in groups of four; first digits as Chinese banks issue them. */
const CARD_NUMBER = /(?<![0-9A-Za-z-])[4-69][0-9]{3}(?: ?[0-9]{4}){3}(?: ?[0-9]{1,3})?(?![0-9A-Za-z-])/g;
/** A mobile number, perhaps with a country code or grouped. */
const MOBILE_NUMBER = /(?<![0-9])(?:\+?86[ -]?)?(1[3-9][0-9])[ -]?[0-9]{4}[ -]?([0-9]{4})(?![0-9])/g;

/**
 * A text for the log, without the numbers that name a person: an opinion is kept for good, and whoever wrote it may have
 * typed a phone number into it. Doing it twice changes nothing.
 */
export function redactIdentifiers(text: string): string {
  return text
    .replace(IDENTITY_NUMBER, (found) => `${'*'.repeat(14)}${found.slice(-4)}`)
    .replace(CARD_NUMBER, (found) => `****${found.replace(/ /g, '').slice(-4)}`)
    .replace(MOBILE_NUMBER, (_, head: string, tail: string) => `${head}****${tail}`);
}
