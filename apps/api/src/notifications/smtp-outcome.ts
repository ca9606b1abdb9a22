import { DoubtfulDelivery } from '../platform/mailer';

/** What became of one attempt. */
export type Outcome =
  | { kind: 'accepted'; reply: string }
  | { kind: 'later'; reply: string }
  | { kind: 'refused'; reply: string }
  | { kind: 'out of reach'; reply: string }
  | { kind: 'doubtful'; reply: string };

/** After the n-th attempt; then every hour. Greylisting passes at the third. */
export const retryMinutes: readonly number[] = [1, 5, 15, 30, 60];

/**
 * What an error says about the letter. An answer to the recipient or to the letter itself is about them: 5xx is final, 4xx is for later.
 * All before that, and 421 at any time, is about the server: it is out of reach. Silence after the last byte is doubt.
 */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof DoubtfulDelivery) return { kind: 'doubtful', reply: 'no answer' };
  const { responseCode, code, response, command } = error as {
    responseCode?: number;
    code?: string;
    response?: string;
    command?: string;
  };
  const reply = response ?? code ?? 'unreachable';
  // written wrongly, or larger than the server takes: no other day will change that
  if ((responseCode === undefined && (code === 'EENVELOPE' || code === 'EMESSAGE')) || responseCode === 552) {
    return { kind: 'refused', reply };
  }
  // RCPT TO: the recipient; DATA: the letter. nodemailer names the command that was answered
  const isAboutLetter = command === 'RCPT TO' || command === 'DATA';
  if (responseCode === undefined || responseCode === 421 || !isAboutLetter) return { kind: 'out of reach', reply };
  return { kind: responseCode >= 500 ? 'refused' : 'later', reply };
}

/** The address itself is refused for good (RFC 3463: 5.1.x and 5.2.1), not this letter or this sender. */
export function isAddressRefused(outcome: Outcome): boolean {
  if (outcome.kind !== 'refused') return false;
  return /^55[013]/.test(outcome.reply) && !/^\d{3}[ -]5\.[3-7]\./.test(outcome.reply);
}
