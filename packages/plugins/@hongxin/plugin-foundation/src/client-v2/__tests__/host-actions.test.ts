/**
 * Our 导入 and 导出 take the place of the host's by its names: every list has them, also those that administrators made.
 * That works because the host offers its own by loaders only, and its engine takes a class that is registered first. The
 * compiled host is read here: whoever changes its version learns whether both still hold.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ExportActionModel } from '../models/ExportActionModel';
import { ImportActionModel } from '../models/ImportActionModel';

const HOST = path.resolve(__dirname, '../../../../../../../node_modules/@nocobase');

it.each([
  ['plugin-action-import', ImportActionModel.name],
  ['plugin-action-export', ExportActionModel.name],
])('%s offers its action under the name %s, by a loader', (plugin, name) => {
  const compiled = fs.readFileSync(path.join(HOST, plugin, 'dist/client-v2/index.js'), 'utf8');
  expect(compiled).toMatch(new RegExp(`registerModelLoaders\\(\\{${name}:\\{extends:"ActionModel"`));
  expect(compiled).not.toMatch(/\.registerModels\(/);
});

it.each(['dist/client/assets', 'dist/client/v/assets'])('the engine in %s prefers a class to a loader', (folder) => {
  const assets = path.join(HOST, 'app', folder);
  const engines = fs
    .readdirSync(assets)
    .filter((file) => /^index-\w+\.js$/.test(file))
    .map((file) => fs.readFileSync(path.join(assets, file), 'utf8'))
    .filter((text) => text.includes('registerModelLoaders('));
  expect(engines).toHaveLength(1);
  expect(engines[0]).toMatch(/ensureModel\((\w+)\)\{let (\w+)=this\._modelClasses\.get\(\1\);if\(\2\)return \2;/);
});
