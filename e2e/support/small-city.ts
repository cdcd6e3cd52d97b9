/** One community with a building, a unit, members, and an official at each level, made through the API by the administrator. */
import fs from 'node:fs';
import path from 'node:path';
import { callApi } from './browser';
import { startLasting, type Product } from './product';

export const PASSWORD = 'Small-city-1';
export const NAMES = { building: '锦里7号小区1号楼', unit: '龙口市图书馆' } as const;

export async function signIn(product: Product, account: string, password: string): Promise<string> {
  const { token } = await callApi<{ token: string }>(product, '', 'auth:signIn', { account, password });
  return token;
}

export async function makeSmallCity(product: Product): Promise<typeof NAMES> {
  const token = await signIn(product, product.administrator, product.administratorPassword);
  const create = async (collection: string, values: object): Promise<{ id: number }> =>
    callApi(product, token, `${collection}:create`, values);
  const area = (level: string, code: string, name: string, parentId?: number) =>
    create('hxAreas', { level, code, name, parentId });
  const city = await area('city', '370681', '龙口市');
  const street = await area('street', '370681001', '东莱街道', city.id);
  const community = await area('community', '370681001001', '锦里社区', street.id);
  const estate = await area('estate', '370681001001001', '锦里7号小区', community.id);
  const building = await area('building', '370681001001001001', '锦里7号小区1号楼', estate.id);
  await create('hxUnits', { name: '龙口市图书馆', kind: 'institution', areaId: community.id });
  const user = (username: string, role: string) =>
    create('users', { username, nickname: username, password: PASSWORD, roles: [{ name: role }] });
  await user('small-member', 'hx-member');
  await user('small-member2', 'hx-member');
  const official = await user('small-official', 'hx-official');
  const inOffice = async (name: string, userId: number, post: string, areaId: number): Promise<void> => {
    const person = await create('hxPersons', { name, areaId: building.id, userId });
    const filter = encodeURIComponent(JSON.stringify({ code: post }));
    const [type] = await callApi<{ id: number }[]>(product, token, `hxPostTypes:list?filter=${filter}`);
    await create('hxPosts', { personId: person.id, postTypeId: type.id, areaId, startsOn: '2026-01-01' });
  };
  await inOffice('王建国', official.id, 'communitySecretary', community.id);
  await inOffice('李卫东', (await user('small-street', 'hx-official')).id, 'streetSecretary', street.id);
  await inOffice('赵海燕', (await user('small-city', 'hx-city')).id, 'cityAdministrator', city.id);
  return NAMES;
}

/**
 * The small city that the files of the suite share, for what an administrator changes without code: who asks first starts it. A
 * file brings its own members and units, and puts back what others would find changed.
 */
export async function sharedSmallCity(): Promise<Product> {
  const folder = process.env.HX_BROWSER_SMALL;
  if (!folder) throw new Error('no folder for the small city: e2e/support/setup-installation.cjs names it');
  const file = path.join(folder, 'product.json');
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')) as Product;
  const product = await startLasting(folder);
  fs.writeFileSync(file, JSON.stringify(product));
  await makeSmallCity(product);
  return product;
}

/** An account with one role. */
export async function makeAccount(product: Product, username: string, role: string): Promise<{ id: number }> {
  const token = await signIn(product, product.administrator, product.administratorPassword);
  const account = { username, nickname: username, password: PASSWORD, roles: [{ name: role }] };
  return callApi(product, token, 'users:create', account);
}
