/** The pack's roles as an administrator may make them: allowed to configure pages. */
import { app } from '../../server/harness';
import { foundation } from './places';

/** NocoBase resolves any template for those who may configure; for others only those of a page they see. */
export async function asConfigurers<T>(work: () => Promise<T>): Promise<T> {
  const roles = app().db.getRepository('roles');
  const allow = (allowConfigure: boolean) =>
    roles.update({ filter: { name: { $in: foundation().access.roles.names() } }, values: { allowConfigure } });
  await allow(true);
  try {
    return await work();
  } finally {
    await allow(false);
  }
}
