// A process of its own for the demo's data, so that the memory it takes is given back.
import { join } from 'node:path';

async function main(): Promise<void> {
  const script = join(__dirname, '../seed/seed-demo.js');
  const { seedDemo } = (await import(script)) as { seedDemo: () => Promise<unknown> };
  await seedDemo();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
