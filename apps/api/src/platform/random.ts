import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** Chance, injected so that tests can foresee it. */
@Injectable()
export abstract class Random {
  /** A version 4 UUID: never ordered by time, because the order of arrival is a secret. */
  abstract uuid(): string;
  /** `bytes` random bytes as base64url, for links and session cookies. */
  abstract token(bytes?: number): string;
  /** An integer from 0 up to, not including, `limit`. */
  abstract below(limit: number): number;
}

@Injectable()
export class CryptoRandom extends Random {
  uuid(): string {
    return randomUUID();
  }

  token(bytes = 32): string {
    return randomBytes(bytes).toString('base64url');
  }

  below(limit: number): number {
    return randomInt(limit);
  }
}
