// A worker that has read its code and begins when it is told to: what comes before the first line of `main` need not be waited for
// two hundred times.
const { join } = require('node:path');

const source = join(__dirname, '../../apps/api/src');
require(join(source, 'app.module'));
process.once('message', () => require(join(source, 'worker')));
process.once('disconnect', () => process.exit());
