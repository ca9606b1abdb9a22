// Writes, per fault, how many tests noticed it.
const { writeFileSync } = require('node:fs');

module.exports = class {
  caught = {};
  broken = [];

  constructor(_, { file }) {
    this.file = file;
  }

  onTestResult({ context }, result) {
    const name = context.config.displayName.name;
    this.caught[name] ??= 0;
    this.caught[name] += result.numFailingTests;
    // a fault that no longer fits, or a file that does not run, has proved nothing
    if (result.testExecError) this.broken.push(`${name}: ${String(result.testExecError.message).split('\n')[0]}`);
  }

  onRunComplete() {
    writeFileSync(this.file, JSON.stringify({ caught: this.caught, broken: this.broken }));
  }
};
