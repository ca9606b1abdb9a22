import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config';

/**
 * The proof that a form was open before the deadline: the instant at which the server handed it out, signed for one person and
 * one submission. It says nothing about who may edit; it only lets work begun in time be finished within the grace.
 */
@Injectable()
export class OpenForms {
  constructor(private readonly config: Config) {}

  /** The token that goes out with a form and comes back with its saves. */
  issue(submissionId: string, personId: string, openedAt: Date): string {
    const at = openedAt.getTime().toString(36);
    return `${at}.${this.sign(submissionId, personId, at)}`;
  }

  /** When the form was opened; null for a token that is missing, altered, or another's. */
  read(token: string | undefined, submissionId: string, personId: string): Date | null {
    const [at, signature] = token?.split('.') ?? [];
    if (!at || !signature) return null;
    const expected = Buffer.from(this.sign(submissionId, personId, at));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
    return instant(parseInt(at, 36));
  }

  private sign(submissionId: string, personId: string, at: string): string {
    const text = `open-form:${submissionId}:${personId}:${at}`;
    return createHmac('sha256', this.config.sessionSecret).update(text).digest('base64url');
  }
}

/** An instant from signed milliseconds: a moment that was, not the present. */
function instant(milliseconds: number): Date {
  return new Date(milliseconds);
}
