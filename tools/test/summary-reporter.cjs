const { relative } = require('node:path');

/** Where the time goes: suites with their seconds. */
const slowest = ({ testResults }, count) =>
  testResults
    .map(({ testFilePath, perfStats }) => ({ file: relative('', testFilePath), ms: perfStats.runtime }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, count)
    .map(({ file, ms }) => `${file} ${Math.round(ms / 1000)} s`);

/**
 * Prints what was skipped, by name, what took longest, and one last line: `N passed, N failed, N skipped`.
 * Where CI=true a skipped test is a failure: there every part a suite needs is installed.
 */
module.exports = class SummaryReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap(({ testResults }) =>
      testResults.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName),
    );
    for (const name of skipped) console.log(`skipped: ${name}`);
    console.log(`slowest: ${slowest(results, 12).join(', ')}`);
    this.failed = process.env.CI === 'true' && skipped.length > 0;
    const suites = results.testResults.filter(({ testExecError }) => testExecError).length;
    if (this.failed) console.log('CI=true: a skipped test is a failure.');
    // Jest prints a summary of its own after this.
    process.once('exit', () =>
      console.log(
        `${results.numPassedTests} passed, ${results.numFailedTests + suites + (this.failed ? skipped.length : 0)} failed, ${skipped.length} skipped`,
      ),
    );
  }

  getLastError() {
    return this.failed ? new Error('tests were skipped where CI=true') : undefined;
  }
};
