const { removeStorages, stopSmall } = require('./serving.cjs');

module.exports = async () => {
  await globalThis.hongxinBrowserStop?.();
  await stopSmall();
  removeStorages();
};
