// One NocoBase process, without yarn: what `nocobase start` does after it has prepared its environment.
// When the process that started us is killed, nobody is left to stop us: the channel to it closes, and we stop too.
if (process.connected) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
require('@nocobase/cli-v1/src/util').initEnv();
process.env.APP_PACKAGE_ROOT = require('node:path').dirname(require.resolve('@nocobase/app/package.json'));
require('@nocobase/app/lib/index.js');
