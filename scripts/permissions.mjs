// npm run permissions: writes docs/permissions.md from the access tables of all plugins, as a running server has them.
import { spawnSync } from 'node:child_process';
import { ROOT } from './lib/workspace.mjs';

const { status } = spawnSync(process.execPath, ['scripts/test.mjs', 'access', 'test/access/permissions'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, HX_WRITE_PERMISSIONS: '1' },
});
process.exitCode = status ?? 1;
