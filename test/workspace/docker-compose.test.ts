/** No container engine may be at hand, so the production configuration is held to its rules here. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

interface Service {
  image: string;
  environment?: Record<string, string | number>;
  command?: string[];
  env_file?: string;
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
}

const root = path.resolve(__dirname, '../..');
const compose = parse(fs.readFileSync(path.join(root, 'docker-compose.yml'), 'utf8')) as {
  services: Record<string, Service>;
  volumes: object;
};
const application = compose.services.application.environment ?? {};
const example = fs.readFileSync(path.join(root, '.env.example'), 'utf8');

const packed = fs
  .readdirSync(path.join(root, 'packages/plugins/@hongxin'))
  .filter(
    (name) =>
      name !== 'plugin-longkou' && fs.existsSync(path.join(root, 'packages/plugins/@hongxin', name, 'package.json')),
  )
  .sort();

it('runs the NocoBase release that the pack is built for', () => {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  expect(compose.services.application.image).toBe(`nocobase/nocobase:${dependencies['@nocobase/app']}`);
});

it('pins every image to a release', () => {
  for (const { image } of Object.values(compose.services)) expect(image).toMatch(/^[a-z/]+:\d+(\.\d+)*(-alpine)?$/);
});

it('enables and unpacks what npm run pack has packed: every plugin, and never the demo city', () => {
  const list = `import('./scripts/lib/workspace.mjs').then((w) => console.log(w.productionPlugins().join()))`;
  const told = execFileSync(process.execPath, ['-e', list], { cwd: root, encoding: 'utf8' });
  expect(told.trim().split(',').sort()).toEqual(packed.map((name) => `@hongxin/${name}`));
  expect(compose.services.application.env_file).toBe('./storage/tar/plugins.env');
  expect(application).not.toHaveProperty('APPEND_PRESET_BUILT_IN_PLUGINS');
  expect(application.HX_DEMO).toBe('none');
});

it('unpacks each of them to where NocoBase looks for it', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-unpack-'));
  const archive = path.join(folder, 'packed');
  fs.mkdirSync(path.join(archive, 'package'), { recursive: true });
  fs.writeFileSync(path.join(archive, 'package/package.json'), '{}');
  for (const name of packed)
    execFileSync('tar', ['-czf', path.join(archive, `hongxin-${name}-0.1.0.tgz`), '-C', archive, 'package']);
  const names = packed.map((name) => `@hongxin/${name}`).join();
  fs.writeFileSync(path.join(archive, 'plugins.env'), `APPEND_PRESET_BUILT_IN_PLUGINS=${names}\n`);
  const [, , script] = compose.services.plugins.command ?? [];
  const here = script.replaceAll('$$', '$').replaceAll('/packed', archive).replaceAll('/application', folder);
  execFileSync('sh', ['-euc', here]);
  expect(fs.readdirSync(path.join(folder, 'plugins/@hongxin')).sort()).toEqual(packed);
  for (const name of packed)
    expect(fs.existsSync(path.join(folder, 'plugins/@hongxin', name, 'package.json'))).toBe(true);
  fs.rmSync(folder, { recursive: true });
});

it('has browsers ask the application itself, and trusts no address that a proxy would have to vouch for', () => {
  expect(compose.services.application.ports).toEqual([`\${APP_PORT:-13000}:${String(application.APP_PORT)}`]);
  expect(application.HX_TRUSTED_PROXIES).toBe('${HX_TRUSTED_PROXIES:-0}');
});

it('has no secret with a default, and names each one in .env.example', () => {
  for (const [service, { environment = {} }] of Object.entries(compose.services)) {
    for (const [name, value] of Object.entries(environment)) {
      if (!/KEY|PASSWORD/.test(name)) continue;
      // required, or (`:-` and nothing) one that switches something on only where it is set
      expect(`${service}.${name}=${value}`).toMatch(/=\$\{[A-Z_]+(:\?[^}]+|:-)?\}$/);
      const variable = /\$\{([A-Z_]+)/.exec(String(value))?.[1];
      expect(example).toMatch(new RegExp(`^${String(value).endsWith(':-}') ? '#' : ''}${variable}=$`, 'm'));
    }
  }
});

it('starts the application only after its plugins, database and Redis are there', () => {
  expect(compose.services.application.depends_on).toEqual({
    plugins: { condition: 'service_completed_successfully' },
    database: { condition: 'service_healthy' },
    redis: { condition: 'service_healthy' },
  });
  expect(application).toMatchObject({ APP_ENV: 'production', DB_DIALECT: 'postgres', CACHE_DEFAULT_STORE: 'redis' });
});
