// Browser tests share one product: always in the same order, so that a queue holds the same rows every time (the two hundred
// members of unit-registration come last). The others keep jest's own order.
const Sequencer = require('@jest/test-sequencer').default;

module.exports = class extends Sequencer {
  sort(tests) {
    const isOfBrowser = [...tests].every((test) => test.context.config.displayName?.name === 'browser');
    return isOfBrowser ? [...tests].sort((left, right) => left.path.localeCompare(right.path)) : super.sort(tests);
  }
};
