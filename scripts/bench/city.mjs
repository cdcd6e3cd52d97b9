// A small city with one official per level for the server with the pack, and the same million rows on both servers.
import { call, signIn, sql } from './servers.mjs';

export const ROWS = Number(process.env.HX_BENCH_ROWS ?? 1_000_000);
const COMMUNITIES = 40;
/** Filled rows are told from those that the rows before created. */
const FIRST_FILLED_ID = 1_000_000_000;
const PASSWORD = 'Bench-password-1';
const CITY = '370681';

/** Columns of a plain collection as wide as hxMemberRegistrations, without rules, guards or associations. */
const PLAIN_COLUMNS = {
  string: [
    'number',
    'state',
    'personName',
    'phone',
    'position',
    'doorNumber',
    'consentVersion',
    'areaCode',
    'receiptNumber',
    'leaveReason',
  ],
  text: ['unitOpinion', 'communityOpinion'],
  bigInt: [
    'year',
    'unitId',
    'homeAreaId',
    'personId',
    'ownerId',
    'unitLiaisonId',
    'areaId',
    'organizationId',
    'acceptedById',
    'transferToAreaId',
    'transferredFromId',
  ],
  json: ['skills', 'serviceIntentions', 'availableTimes'],
  datetimeTz: ['consentAt', 'receiptAt'],
};

/** Code of the one area on the plain server. */
export const PLAIN_AREA = '370681001001001001';

/** The fields that the list shows, on both servers. */
export const LISTED = ['id', 'number', 'personName', 'state', 'position', 'areaCode', 'receiptNumber', 'createdAt'];

export async function makePlainCollection(server) {
  const fields = Object.entries(PLAIN_COLUMNS).flatMap(([type, names]) =>
    names.map((name) => ({
      name,
      type,
      interface: 'input',
      index: name === 'areaCode',
      uiSchema: { type: 'string', 'x-component': 'Input', title: name },
    })),
  );
  await call(server, 'collections:create', {
    name: 'benchRecords',
    title: 'Bench',
    autoGenId: true,
    createdAt: true,
    updatedAt: true,
    createdBy: true,
    updatedBy: true,
    fields,
  });
  await makePlainPersons(server);
  // an ordinary user with a role, as on the other side: NocoBase checks nothing for the administrator
  await call(server, 'roles:create', {
    name: 'bench',
    title: 'Bench',
    strategy: { actions: ['view', 'create', 'update', 'importXlsx'] },
  });
  server.userToken = (await createUser(server, 'bench-user', 'bench')).token;
}

const input = (name) => ({
  name,
  type: 'string',
  interface: 'input',
  uiSchema: { type: 'string', 'x-component': 'Input', title: name },
});

/** Persons who live in an area that is named by its code, as on the other side: what an import has to look up. */
async function makePlainPersons(server) {
  const common = { autoGenId: true, createdAt: true, updatedAt: true, createdBy: true, updatedBy: true };
  await call(server, 'collections:create', { ...common, name: 'benchAreas', fields: [input('code'), input('title')] });
  await call(server, 'benchAreas:create', { code: PLAIN_AREA, title: PLAIN_AREA });
  const area = {
    name: 'area',
    type: 'belongsTo',
    target: 'benchAreas',
    foreignKey: 'areaId',
    targetKey: 'id',
    interface: 'm2o',
    uiSchema: { type: 'object', 'x-component': 'AssociationField', title: 'area' },
  };
  const columns = ['personName', 'phone', 'doorNumber'].map(input);
  await call(server, 'collections:create', { ...common, name: 'benchPersons', fields: [...columns, area] });
}

async function createUser(server, username, role) {
  const user = await call(server, 'users:create', {
    username,
    nickname: username,
    password: PASSWORD,
    roles: [{ name: role }],
  });
  return { user, token: await signIn(server, username, PASSWORD) };
}

/** Streets, communities, estates and buildings, an official of a street and of a community, and a member. */
export async function makeCity(server) {
  const area = async (level, code, parentId) =>
    call(server, 'hxAreas:create', { level, code, name: `${level} ${code}`, parentId });
  const city = await area('city', CITY);
  const streets = [];
  for (let index = 1; index <= 5; index += 1) streets.push(await area('street', `${CITY}00${index}`, city.id));
  const communities = [];
  for (let index = 0; index < COMMUNITIES; index += 1) {
    const street = streets[index % streets.length];
    communities.push(
      await area('community', `${street.code}${String(Math.floor(index / 5) + 1).padStart(3, '0')}`, street.id),
    );
  }
  const estate = await area('estate', `${communities[0].code}001`, communities[0].id);
  const building = await area('building', `${estate.code}001`, estate.id);
  const types = await call(server, 'hxPostTypes:list?pageSize=100');
  const official = async (username, typeCode, place) => {
    const account = await createUser(server, username, 'hx-official');
    const person = await call(server, 'hxPersons:create', {
      name: '测试甲',
      areaId: building.id,
      userId: account.user.id,
    });
    const postTypeId = types.find((type) => type.code === typeCode).id;
    await call(server, 'hxPosts:create', { personId: person.id, postTypeId, areaId: place.id, startsOn: '2026-01-01' });
    return account.token;
  };
  const unit = await call(server, 'hxUnits:create', {
    name: '测试单位',
    kind: 'agency',
    areaId: communities[0].id,
  });
  return {
    communities,
    building,
    unit,
    communityToken: await official('bench-community', 'communitySecretary', communities[0]),
    streetToken: await official('bench-street', 'streetSecretary', streets[0]),
    memberToken: (await createUser(server, 'bench-member', 'hx-member')).token,
  };
}

/** The same rows in both tables, spread evenly over the communities. */
export async function fillRows(server, table, communities) {
  const codes = communities.map((each) => `'${each.code}'`).join(', ');
  await sql(
    server,
    `INSERT INTO "${table}" (id, "createdAt", "updatedAt", number, state, year, "personName", phone, position, "doorNumber", "areaCode", "receiptNumber", "consentAt", skills, "serviceIntentions", "availableTimes")
     SELECT ${FIRST_FILLED_ID} + n, now() - n * interval '1 second', now(), 'BENCH-' || n, 'onRoll', 2026, '测试' || n, '19900000000', '职工', '101',
            (ARRAY[${codes}])[1 + n % ${communities.length}], 'R-' || n, now() - n * interval '1 second', '[]', '[]', '[]'
     FROM generate_series(1, ${ROWS}) AS n`,
  );
  // what the database's own autovacuum has done to a table that has been there for a while
  await sql(server, `VACUUM (ANALYZE) "${table}"`);
}
