import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { Config } from '../platform/config';

/** What the mail server answers to `{"messageIds": [...]}`: those of them that it took. */
const answer = z.object({ taken: z.array(z.string()) });

/** Asks the mail server what it has taken, at SMTP_ASK_URL. The demo's own can be asked; for most others somebody has to write it. */
@Injectable()
export class RelayOracle {
  constructor(private readonly config: Config) {}

  /** Those of the Message-IDs that the server took, or null where it cannot be asked. Throws while it does not answer. */
  async taken(messageIds: readonly string[]): Promise<ReadonlySet<string> | null> {
    if (!this.config.smtpAskUrl) return null;
    const response = await fetch(this.config.smtpAskUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messageIds }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`The mail server's log answered ${response.status}`);
    return new Set(answer.parse(await response.json()).taken);
  }
}
