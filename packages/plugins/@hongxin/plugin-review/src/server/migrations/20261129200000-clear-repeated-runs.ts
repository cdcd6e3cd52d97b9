import { Migration } from '@nocobase/server';
import type PluginReview from '../plugin';
import { clearRepeatedRuns } from '../repair';

/** Before this version a review that ended a branch was begun again every three minutes. */
export default class ClearRepeatedRuns extends Migration {
  on = 'afterLoad';

  async up(): Promise<void> {
    await clearRepeatedRuns((this.plugin as PluginReview).tools);
  }
}
