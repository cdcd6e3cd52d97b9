const fs = require('node:fs');

module.exports = async () => {
  await globalThis.hongxinBrowserStop?.();
  for (const storage of globalThis.hongxinBrowserStorages ?? []) fs.rmSync(storage, { recursive: true, force: true });
};
