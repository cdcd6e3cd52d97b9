// One NocoBase process, without yarn: what `nocobase start` does after it has prepared its environment.
require('@nocobase/cli-v1/src/util').initEnv();
process.env.APP_PACKAGE_ROOT = require('node:path').dirname(require.resolve('@nocobase/app/package.json'));
failWithTheCommand();
require('@nocobase/app/lib/index.js');

/** A command that fails, or that nobody knows, ends the process with 1; NocoBase only writes it down. */
function failWithTheCommand() {
  if (process.argv[2] === 'start') return;
  const { AppSupervisor } = require('@nocobase/server');
  AppSupervisor.getInstance().on('afterAppAdded', (app) =>
    app.on('maintaining', ({ status }) => {
      if (status === 'command_error') process.exitCode = 1;
    }),
  );
}

// When the process that started us is killed, nobody is left to stop us: the channel to it closes, and we stop too.
if (process.connected) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

// NocoBase closes its applications at SIGTERM but leaves timers and sockets open, so the process would live on. It
// takes its own handler away when it is done; then ours is the only one left.
process.once('SIGTERM', () => {
  const untilClosed = setInterval(() => {
    if (process.listenerCount('SIGTERM') > 0) return;
    clearInterval(untilClosed);
    process.exit(0);
  }, 25);
});
