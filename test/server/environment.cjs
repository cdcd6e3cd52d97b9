const { TestEnvironment } = require('jest-environment-node');
const { boot } = require('./boot.cjs');
const { shortenStacks } = require('./quiet.cjs');

/** Hands the running application to the tests; they reach it through `test/server/harness.ts`. */
class ServerEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    shortenStacks();
    this.global.hongxinServer = await boot();
  }
}

module.exports = ServerEnvironment;
