// Makes the empty installation that browser tests with a product of their own start from.
const fs = require('node:fs');
const path = require('node:path');
const { newStorage, serve } = require('./serving.cjs');

module.exports = async () => {
  const storage = newStorage();
  const { stop } = await serve(storage, 'none');
  await stop();
  // copies of it would all use the one database
  if (fs.existsSync(path.join(storage, 'postgres/postmaster.pid')))
    throw new Error(`the database of the empty installation in ${storage} still runs`);
  process.env.HX_BROWSER_EMPTY = storage;
};
