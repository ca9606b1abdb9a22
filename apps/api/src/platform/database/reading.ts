import type { DataSource, EntityManager } from 'typeorm';

/**
 * What `read` finds, over one connection: statements that are begun at once are sent at once and answered one after the other. An
 * answer made of many short reads then wakes one process of the database once, where a connection for each would wake as many.
 */
export async function reading<T>(database: DataSource, read: (manager: EntityManager) => Promise<T>): Promise<T> {
  const runner = database.createQueryRunner();
  try {
    return await read(runner.manager);
  } finally {
    await runner.release();
  }
}
