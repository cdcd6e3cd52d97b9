/** No container engine may be at hand, so the production configuration is held to its rules here. */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Service {
  image: string;
  environment?: Record<string, string | number>;
  command?: string[];
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

it('enables and unpacks every plugin of the pack, and never the demo city', () => {
  expect(String(application.APPEND_PRESET_BUILT_IN_PLUGINS).split(',').sort()).toEqual(
    packed.map((name) => `@hongxin/${name}`),
  );
  const unpacked = /for name in ([a-z ]+);/
    .exec(compose.services.plugins.command?.join('\n') ?? '')?.[1]
    .split(' ')
    .sort();
  expect(unpacked).toEqual(packed.map((name) => name.replace('plugin-', '')));
  expect(application.HX_DEMO).toBe('none');
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
