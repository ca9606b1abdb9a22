import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface RelayLog {
  url: string;
  stop(): Promise<void>;
}

/** Answers at SMTP_ASK_URL what a mail server took: `{"messageIds": [...]}` is answered by `{"taken": [...]}`. On loopback. */
export async function startRelayLog(taken: (messageIds: readonly string[]) => Promise<string[]>): Promise<RelayLog> {
  const server = createServer((request, response) => {
    const answer = async (): Promise<string> => {
      const { messageIds } = (await json(request)) as { messageIds?: unknown };
      if (!Array.isArray(messageIds)) throw new Error('messageIds is missing');
      return JSON.stringify({ taken: await taken(messageIds.map(String)) });
    };
    answer().then(
      (body) => response.setHeader('content-type', 'application/json').end(body),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
