const { removeStorages } = require('./serving.cjs');

module.exports = async () => {
  await globalThis.hongxinBrowserStop?.();
  removeStorages();
};
