// Says of each fault whether a spec noticed it, as soon as that is known, and writes down the names of those that were noticed.
const { writeFileSync } = require('node:fs');

module.exports = class {
  faults = new Map();

  constructor(_, { file, specs }) {
    this.file = file;
    for (const [name, awaited] of Object.entries(specs))
      this.faults.set(name, { awaited, failing: 0, broken: null, ms: 0 });
  }

  onTestResult({ context }, result) {
    const name = context.config.displayName.name;
    const fault = this.faults.get(name);
    fault.awaited -= 1;
    fault.failing += result.numFailingTests;
    fault.ms += result.perfStats.end - result.perfStats.start;
    // a file that does not run has proved nothing
    if (result.testExecError) fault.broken = String(result.testExecError.message).split('\n')[0];
    if (fault.awaited > 0) return;
    const noticed = fault.broken === null && fault.failing > 0;
    const seconds = `${(fault.ms / 1000).toFixed(1)} s`.padStart(7);
    process.stdout.write(
      `${noticed ? 'noticed  ' : 'UNNOTICED'}${seconds}  ${name}${fault.broken ? ` (${fault.broken})` : ''}\n`,
    );
  }

  onRunComplete() {
    const noticed = [...this.faults].filter(
      ([, { awaited, failing, broken }]) => awaited === 0 && broken === null && failing > 0,
    );
    writeFileSync(this.file, JSON.stringify(noticed.map(([name]) => name)));
  }
};
