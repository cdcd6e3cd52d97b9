import { Migration } from '@nocobase/server';
import { plainPeople } from '@hongxin/plugin-governance';

/** Registrations are looked for by name and phone: those that were stored as typed are brought into the same spelling. */
export default class PlainMembers extends Migration {
  on = 'afterSync';

  async up(): Promise<void> {
    if (!(await this.app.db.collectionExistsInDb('hxMemberRegistrations'))) return;
    await plainPeople(this.app.db, { collection: 'hxMemberRegistrations', name: 'personName', phone: 'phone' });
  }
}
