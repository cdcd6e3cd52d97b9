// Makes the empty installation that browser tests with a product of their own start from, and the folder for the one that what
// administrators change without code shares. HX_BROWSER_EMPTY set beforehand uses another.
const { makeEmpty, newStorage } = require('./serving.cjs');

module.exports = async () => {
  process.env.HX_BROWSER_EMPTY ??= await makeEmpty();
  process.env.HX_BROWSER_SMALL = newStorage();
};
