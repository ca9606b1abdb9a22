import type { QueryError } from './query';

/** How the parts of the parser give up; nobody outside sees it thrown. */
export class QueryFault extends Error {
  constructor(readonly error: QueryError) {
    super(error.code);
  }
}
