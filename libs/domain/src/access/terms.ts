import type { Anonymity, TypeAnonymity } from '../calls/call';
import type { CallFacts, SubmissionFacts } from './facts';
import { visibilityDefaults, type VisibilitySetting, type VisibilitySettings } from './settings';
import type { Field, Mode } from './visibility';

/**
 * What a call let whom see, while these terms held. Changing a call's anonymity or visibility begins new terms with the next
 * number; what people wrote keeps the number of the terms it was written under (a column `terms` on its row), and is shown
 * only where those terms and the present ones both allow it: opening a setting never opens a text that exists already.
 */
export interface Terms {
  readonly n: number;
  readonly anonymity: Anonymity;
  /** Of the submission types that differ from the call, by id. */
  readonly types: Readonly<Record<string, TypeAnonymity>>;
  readonly visibility: Partial<VisibilitySettings>;
}

/** Terms as the rules ask about them: how anonymous, and what is switched on. */
export interface InForce {
  readonly mode: Mode;
  readonly isOn: (setting: VisibilitySetting) => boolean;
}

/** The terms of today, for one submission. */
export function termsNow(facts: SubmissionFacts, call: CallFacts): InForce {
  return inForce(facts.submission.anonymity ?? call.anonymity, call.settings.visibility ?? {}, call);
}

/** The terms of that number; null when they still hold. */
export function termsThen(n: number, facts: SubmissionFacts, call: CallFacts): InForce | null {
  const then = call.former.find((terms) => terms.n === n);
  return then ? inForce(then.types[facts.submission.typeId] ?? then.anonymity, then.visibility, call) : null;
}

/** What a call's anonymity and switches say together. */
export function inForce(
  anonymity: TypeAnonymity,
  visibility: Partial<VisibilitySettings>,
  call: Pick<CallFacts, 'kind'>,
): InForce {
  return {
    mode: { kind: call.kind, anonymity: anonymity === 'none' ? 'single' : anonymity },
    isOn: (setting) => visibility[setting] ?? visibilityDefaults[setting],
  };
}

/** Whether a setting is on, and was when a text of these terms was written. */
export function isAllowed(
  call: Pick<CallFacts, 'settings' | 'former'>,
  setting: VisibilitySetting,
  terms: number,
): boolean {
  const now: Partial<VisibilitySettings> = call.settings.visibility ?? {};
  const then = call.former.find(({ n }) => n === terms)?.visibility ?? now;
  return [now, then].every((visibility) => visibility[setting] ?? visibilityDefaults[setting]);
}

/** What somebody writes in a round, with the names of who writes: its rows carry the terms they were written under. */
export function isStamped(field: Field): boolean {
  return /^(review|meta_review|discussion|author_response)\.|^assignment\.reviewer_names$/.test(field);
}

/** What authors handed in, and who they are: judged by the terms of their latest submit. */
export function isByAuthors(field: Field): boolean {
  return /^((submission|author|file)\.|conflict\.author_declared$|email_log\.to_authors$|audit_log\.author_side$)/.test(
    field,
  );
}
