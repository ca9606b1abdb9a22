/** Who is asking. Loaded from the session cookie for every request that reaches a handler; absent when signed out. */
export interface Viewer {
  readonly personId: string;
  readonly name: string;
  /** At least one address is proven. Gates only reading what others wrote. */
  readonly verified: boolean;
  readonly isAdmin: boolean;
  readonly sessionId: string;
  readonly locale: string;
  readonly timeZone: string;
}

declare module 'express-serve-static-core' {
  interface Request {
    viewer?: Viewer;
  }
}
