/** One community with a building, a unit, a member and an official, made through the API by the administrator. */
import { callApi } from './browser';
import type { Product } from './product';

export const PASSWORD = 'Small-city-1';

export async function signIn(product: Product, account: string, password: string): Promise<string> {
  const { token } = await callApi<{ token: string }>(product, '', 'auth:signIn', { account, password });
  return token;
}

export async function makeSmallCity(product: Product): Promise<{ building: string; unit: string }> {
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
  const official = await user('small-official', 'hx-official');
  const person = await create('hxPersons', { name: '王建国', areaId: building.id, userId: official.id });
  const [type] = await callApi<{ id: number }[]>(
    product,
    token,
    `hxPostTypes:list?filter=${encodeURIComponent(JSON.stringify({ code: 'communitySecretary' }))}`,
  );
  await create('hxPosts', { personId: person.id, postTypeId: type.id, areaId: community.id, startsOn: '2026-01-01' });
  return { building: '锦里7号小区1号楼', unit: '龙口市图书馆' };
}
