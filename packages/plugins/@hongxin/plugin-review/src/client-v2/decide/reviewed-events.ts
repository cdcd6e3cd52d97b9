const REVIEWED = 'hx:reviewed';

/** On the window, so that inboxes, badges and open pages with several copies of our blocks hear of each other. */
export function announceReviewed(): void {
  window.dispatchEvent(new Event(REVIEWED));
}

/** @returns how to stop listening */
export function onReviewed(listener: () => void): () => void {
  window.addEventListener(REVIEWED, listener);
  return () => window.removeEventListener(REVIEWED, listener);
}
