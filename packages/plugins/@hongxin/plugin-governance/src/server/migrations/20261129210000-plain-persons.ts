import { Migration } from '@nocobase/server';
import { plainPeople } from '../persons/plain-people';

/** Persons were stored as typed: with blanks inside names, full-width digits, characters that nobody sees. */
export default class PlainPersons extends Migration {
  on = 'afterSync';

  async up(): Promise<void> {
    if (!(await this.app.db.collectionExistsInDb('hxPersons'))) return;
    await plainPeople(this.app.db, { collection: 'hxPersons', name: 'name', phone: 'phone' });
  }
}
