/**
 * Phone numbers that belong to nobody: 154 is a mobile prefix that has not been given to any carrier, and the digits
 * after it start with 000. 154-000N-NNNN leaves room for a hundred thousand numbers, looks like a mobile number to
 * every check and mask, and can be recognised as fictitious at a glance.
 */
export const FICTITIOUS_PREFIX = '154000';
const CAPACITY = 100_000;

/** Gives out each number once, in order. */
export class FictitiousPhones {
  private issued = 0;

  next(): string {
    if (this.issued >= CAPACITY) throw new RangeError(`all ${CAPACITY} fictitious numbers are used`);
    const number = FICTITIOUS_PREFIX + String(this.issued).padStart(5, '0');
    this.issued += 1;
    return number;
  }
}
