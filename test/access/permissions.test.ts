import fs from 'node:fs';
import path from 'node:path';
import { permissionsPage } from './support/permissions-page';

const PAGE = path.resolve(__dirname, '../../docs/permissions.md');

it('docs/permissions.md is what the tables say; npm run permissions writes it anew', () => {
  const page = permissionsPage();
  if (process.env.HX_WRITE_PERMISSIONS === '1') fs.writeFileSync(PAGE, page);
  expect(fs.existsSync(PAGE) ? fs.readFileSync(PAGE, 'utf8') : '').toBe(page);
});
