import { DEMO_ACCOUNTS, emailOf } from '../../accounts';
import { demoPassword } from '../../password';
import type { Stage } from '../stage';

/** The accounts one signs in with; all have the same password. */
export const accountsStage: Stage = {
  name: 'accounts',
  title: '演示账号',
  async load({ app, transaction }) {
    const password = await demoPassword();
    const users = app.db.getRepository('users');
    for (const { username, nickname, role } of DEMO_ACCOUNTS) {
      const values = { username, nickname, email: emailOf(username), password, roles: [{ name: role }] };
      await users.create({ values, transaction });
    }
    return DEMO_ACCOUNTS.length;
  },
};
