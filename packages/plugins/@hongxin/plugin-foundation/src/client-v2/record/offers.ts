/** Which records a chooser offers and in which order, as NocoBase keeps the settings of an association field. */
export interface Offer {
  filter: {
    logic: '$and' | '$or';
    items: readonly { path: string; operator: string; value: string | boolean | readonly string[] }[];
  };
  sort?: readonly { field: string; direction: 'asc' | 'desc' }[];
}

const offers = new Map<string, Offer>();
const keyOf = (collection: string, field: string): string => `${collection}.${field}`;

/** Says what is offered where a transition or a review asks for a related record; forms on pages have settings of their own. */
export function registerOffer(collection: string, field: string, offer: Offer): void {
  offers.set(keyOf(collection, field), offer);
}

/** Flow settings of a chooser that offers what was registered; none where nothing was: it offers all there is. */
export function offerSettings(collection: string, field: string): Record<string, unknown> {
  const offer = offers.get(keyOf(collection, field));
  if (!offer) return {};
  return { selectSettings: { dataScope: { filter: offer.filter }, sortingRule: { sort: offer.sort ?? [] } } };
}
