import type { Application } from '@nocobase/server';

/** Registers this part's own actions, settings, figures and jobs. */
export function setUpLists(_app: Application): void {}
