import type { TransitionTriggerConfig } from '../../shared/config';

/** What happened to a record, as triggers see it; `transition` and `to` are null when it was created. */
export interface Happening {
  collectionName: string;
  transition: string | null;
  to: string | null;
}

/** Whether a trigger's configuration asks for what happened. */
export function isAskedFor(config: Partial<TransitionTriggerConfig> | null | undefined, happening: Happening): boolean {
  if (!config || config.collection !== happening.collectionName) return false;
  if (config.on === 'create') return happening.transition === null;
  if (happening.transition === null) return false;
  if (config.on === 'transition') return (config.transitions ?? []).includes(happening.transition);
  return happening.to !== null && (config.states ?? []).includes(happening.to);
}
