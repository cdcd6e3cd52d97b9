import { Migration } from '@nocobase/server';
import { plainUnits } from '../units/plain-units';

/** Units were stored as typed: with line breaks, blanks and characters that nobody sees in their names. */
export default class PlainUnits extends Migration {
  on = 'afterSync';

  async up(): Promise<void> {
    if (await this.app.db.collectionExistsInDb('hxUnits')) await plainUnits(this.app.db);
  }
}
