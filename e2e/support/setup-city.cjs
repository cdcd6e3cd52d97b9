// Starts the demo city once for all browser tests that share it. HX_BROWSER_PRODUCT set beforehand uses a running one.
const { newStorage, serve } = require('./serving.cjs');

module.exports = async () => {
  if (process.env.HX_BROWSER_PRODUCT) return;
  const { line, stop } = await serve(newStorage(), 'longkou');
  globalThis.hongxinBrowserStop = stop;
  process.env.HX_BROWSER_PRODUCT = line;
};
