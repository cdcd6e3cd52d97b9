import type { Plugin } from '@nocobase/server';

/** hxCalendarDays: official holidays and make-up days, editable; working time is counted by it. */
export class WorkingCalendarService {
  constructor(protected readonly plugin: Plugin) {}
  async load(): Promise<void> {}
  async install(): Promise<void> {}
}
