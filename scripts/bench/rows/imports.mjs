// Importing 4,000 persons from Excel: ours, all or nothing, against NocoBase's own import of the same columns: both look
// up where a person lives.
import * as xlsx from '@e965/xlsx';
import { PLAIN_AREA } from '../city.mjs';
import { inTurn, request } from '../measure.mjs';

const PERSONS = 4000;

function workbook(titles, rowOf) {
  const sheet = xlsx.utils.aoa_to_sheet([titles, ...Array.from({ length: PERSONS }, (_, index) => rowOf(index))]);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, 'Sheet 1');
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** @returns what gives a workbook with further persons at every call */
function files(columns, area) {
  let known = 0;
  return () => {
    const first = known;
    known += PERSONS;
    const titles = columns.map((column) => column.title);
    const phone = (index) => `139${String(first + index).padStart(8, '0')}`;
    return workbook(titles, (index) => [`测试${first + index}`, phone(index), area, '101']);
  };
}

async function upload(server, collection, token, columns, file) {
  const form = new FormData();
  form.append('file', new Blob([file]), 'rows.xlsx');
  form.append('columns', JSON.stringify(columns));
  form.append('explain', '');
  const encoded = new Request('http://localhost', { method: 'POST', body: form });
  const began = performance.now();
  const { status, text } = await request({
    url: `${server.url}/api/${collection}:importXlsx`,
    method: 'POST',
    token,
    headers: { 'content-type': encoded.headers.get('content-type') },
    body: Buffer.from(await encoded.arrayBuffer()),
  });
  if (status !== 200) throw new Error(`import into ${collection} answered ${status}: ${text.slice(0, 500)}`);
  const ms = performance.now() - began;
  return { perSecond: PERSONS / (ms / 1000), medianMs: ms, p95Ms: ms };
}

export async function imports({ plain, pack, city }) {
  const plainColumns = [['personName'], ['phone'], ['area', 'code'], ['doorNumber']].map((dataIndex) => ({
    dataIndex,
    defaultTitle: dataIndex[0],
    title: dataIndex[0],
  }));
  // always other people: the same ones again are found, compared and left as they are, which is other work
  const plainFiles = files(plainColumns, PLAIN_AREA);
  const columns = [
    { dataIndex: ['name'], defaultTitle: '姓名', title: '姓名' },
    { dataIndex: ['phone'], defaultTitle: '联系电话', title: '联系电话' },
    { dataIndex: ['area', 'code'], defaultTitle: '居住区域', title: '居住区域' },
    { dataIndex: ['doorNumber'], defaultTitle: '门牌号', title: '门牌号' },
  ];
  const packFiles = files(columns, city.building.code);
  const [{ perSecond: without }, { perSecond: withPack }] = await inTurn(
    3,
    () => upload(plain, 'benchPersons', plain.userToken, plainColumns, plainFiles()),
    () => upload(pack, 'hxPersons', pack.token, columns, packFiles()),
  );
  return [
    {
      title: `import of ${PERSONS.toLocaleString('en')} persons from Excel, checked row by row, all or nothing`,
      without: `${without.toFixed(0)} rows/s`,
      with: `${withPack.toFixed(0)} rows/s`,
      added: `${(withPack / without).toFixed(1)} ×`,
      target: '≥ 4 ×',
      ok: withPack >= 4 * without,
    },
  ];
}
