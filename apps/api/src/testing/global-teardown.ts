const running = globalThis as { stopTestDatabase?: () => Promise<void> };

export default async function globalTeardown(): Promise<void> {
  await running.stopTestDatabase?.();
}
