// The environment of a spec that must notice a fault: the first test that fails is enough, and the others are left out.
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  async handleTestEvent(event, state) {
    if (event.name !== 'test_done' || event.test.errors.length === 0) return;
    const leaveOut = (block) => {
      for (const child of block.children) {
        if (child.type === 'describeBlock') leaveOut(child);
        else if (child.status === null || child.status === undefined) child.mode = 'skip';
      }
    };
    leaveOut(state.rootDescribeBlock);
  }
};
