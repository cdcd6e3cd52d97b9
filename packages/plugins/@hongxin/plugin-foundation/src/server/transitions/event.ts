import type { Actor } from '../domain';

/** What `hx.transition` listeners receive after the commit. */
export interface TransitionEvent {
  collection: string;
  recordId: string;
  transition: string;
  from: string;
  to: string;
  eventId: string;
  actor: Actor;
}
