import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is the right one; fails with the last answer. For what a worker does in its own time. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  { within = 30_000, every = 250 } = {},
): Promise<T> {
  const deadline = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`Still not right after ${within} ms: ${JSON.stringify(answer)}`);
    await pause(every);
  }
}
