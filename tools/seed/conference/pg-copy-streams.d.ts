declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Submittable } from 'pg';
  /** A query that takes rows in COPY's text format; hand it to `client.query` and write to it. */
  export function from(sql: string): Writable & Submittable;
}
