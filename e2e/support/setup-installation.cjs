// Makes the empty installation that browser tests with a product of their own start from. HX_BROWSER_EMPTY set beforehand uses another.
const { makeEmpty } = require('./serving.cjs');

module.exports = async () => {
  process.env.HX_BROWSER_EMPTY ??= await makeEmpty();
};
