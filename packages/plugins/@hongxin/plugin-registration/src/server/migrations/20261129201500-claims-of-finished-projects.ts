import { Migration } from '@nocobase/server';
import { foundationOf } from '@hongxin/plugin-foundation';
import { settleFinishedProjects } from '../projects/settle-finished';

/** Hours verified after their project was done left the claim open for good; now it ends with them. */
export default class ClaimsOfFinishedProjects extends Migration {
  on = 'afterLoad';

  async up(): Promise<void> {
    const { db } = this.app;
    if (!(await db.collectionExistsInDb('hxClaims'))) return;
    const { transitions } = foundationOf(this.app);
    await db.sequelize.transaction((transaction) => settleFinishedProjects(transitions, { db, transaction }));
  }
}
