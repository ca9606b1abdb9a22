import type { Server } from 'node:http';
import { agent, type Test } from 'supertest';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head';

/**
 * A browser, as the server sees one: keeps its cookies, says that its requests come from our own pages. `await` the answer
 * (supertest): `await ada.put('/api/submissions/…').send({…}).expect(200)`.
 */
export class Visitor {
  private readonly agent: ReturnType<typeof agent>;

  constructor(server: Server, cookie?: string) {
    this.agent = agent(server);
    this.agent.set('Sec-Fetch-Site', 'same-origin');
    if (cookie) this.agent.jar.setCookie(`${cookie}; path=/`, '127.0.0.1', '/');
  }

  get(path: string): Test {
    return this.agent.get(path);
  }

  post(path: string): Test {
    return this.agent.post(path);
  }

  put(path: string): Test {
    return this.agent.put(path);
  }

  patch(path: string): Test {
    return this.agent.patch(path);
  }

  delete(path: string): Test {
    return this.agent.delete(path);
  }

  /** A form of a page rendered by the server. */
  submitForm(path: string, fields: Record<string, string>): Test {
    return this.agent.post(path).type('form').send(fields);
  }
}
