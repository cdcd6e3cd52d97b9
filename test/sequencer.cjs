// Always the same order, on a new machine as on one that remembers earlier runs: test files of the server share one
// application, those of the browser one city (whose queues hold the same rows every time; the two hundred members of
// unit-registration come last).
const Sequencer = require('@jest/test-sequencer').default;

module.exports = class extends Sequencer {
  sort(tests) {
    return [...tests].sort((left, right) => left.path.localeCompare(right.path));
  }
};
