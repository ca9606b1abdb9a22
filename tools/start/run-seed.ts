// A process of its own for the demo's data, so that the memory it takes is given back.
import { seedDemo } from '../seed/seed-demo';

seedDemo().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
