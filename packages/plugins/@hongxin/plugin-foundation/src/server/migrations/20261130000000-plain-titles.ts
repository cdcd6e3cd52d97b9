import { Migration } from '@nocobase/server';
import { plainTitles } from '../translations/plain-titles';

/** Titles were templates, which NocoBase shows as such where titles are edited; those that nobody has changed become plain. */
export default class PlainTitles extends Migration {
  on = 'afterSync';

  async up(): Promise<void> {
    await plainTitles(this.app.db);
  }
}
