const { default: Sequencer } = require('@jest/test-sequencer');

/** Suites that start processes or try thousands of cases, by their names. */
const isLong = ({ path }) => /\.(e2e|int|contract|model)\.spec\.ts$/.test(path);

/**
 * Where Jest does not know yet how long each took, it begins with the largest files. A small one that takes minutes would
 * come last, and the other workers would wait for it.
 */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
