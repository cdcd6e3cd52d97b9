// What every request of the tests would pay for, and nobody reads.

/** As many lines of a stack as Node keeps by itself. */
const LINES = 10;
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error'];

/**
 * jest has a hundred lines of every stack kept, anew for each file. Sequelize makes an error with every query, and NocoBase's
 * error handler reads the stack of every refusal: half of what a refused request costs. A test's own errors are of jest's
 * sandbox, and keep their lines.
 */
function shortenStacks() {
  Error.stackTraceLimit = LINES;
}

/** jest maps every line to its source where a stack is read; whoever looks into a refusal has its reasons. */
function leaveRefusalsUnmapped() {
  const mapped = Error.prepareStackTrace;
  if (!mapped) return;
  Error.prepareStackTrace = (error, frames) =>
    error.status >= 400 && error.status < 500
      ? [error, ...frames.map((frame) => `    at ${frame}`)].join('\n')
      : mapped(error, frames);
}

/** Winston builds and streams every line to a file that goes with the test's storage. HX_TEST_LOG shows them. */
function keepNoLog({ log, requestLogger }) {
  for (const logger of [log, requestLogger]) for (const level of LEVELS) logger[level] = () => logger;
}

/** @param {import('@nocobase/server').Application} app which has been started */
function quieten(app) {
  leaveRefusalsUnmapped();
  if (!process.env.HX_TEST_LOG) keepNoLog(app);
}

module.exports = { quieten, shortenStacks };
