import {
  between,
  isByAuthors,
  isOfRound,
  phases,
  seenIn,
  type Field,
  type Phase,
  type Seen,
  type Standing,
  type Terms,
  type TypeAnonymity,
} from '@convoke/domain';
import type { CallAccess } from './access.service';

/** What the viewer of a chairs' list is to everything in it: `narrow` leaves nothing else there. */
const listed: readonly Standing[] = ['handler', 'programme_chair'];

/**
 * SQL over `s` (submission), `r` (its current round) and `y` (its type) that holds where the viewer of a chairs' list sees all of a
 * field, made from the table of the rule under the terms of today and those that held when it was written; `true` = everywhere, null =
 * nowhere in this list. `from` is the first phase in which there can be anything to see: that there is nothing before is no secret.
 */
export function knownWhere(call: CallAccess, field: Field, from: Phase = 'submitted'): string | null {
  const asked = phases.filter((phase) => between(phase, from, 'closed_rejected'));
  const { kind, settings, former } = call.facts;
  const where = (terms: Pick<Terms, 'visibility'>, occurring: readonly TypeAnonymity[], anonymity: string): string => {
    const anonymities = [...new Set(occurring.map((one) => (one === 'none' ? 'single' : one)))];
    return conditionOf(seenIn(field, listed, { kind }, { ...terms, anonymities }, asked), asked, field, anonymity);
  };
  const { anonymity, anonymities } = call.call;
  const now = where(
    { visibility: settings.visibility ?? {} },
    anonymities,
    `coalesce(y.anonymity, ${quoted(anonymity)})`,
  );
  const then = former.map((terms) => {
    const condition = where(terms, [terms.anonymity, ...Object.values(terms.types)], ofType(terms));
    return condition !== 'true' && isByAuthors(field) ? `(s.terms <> ${terms.n} or ${condition})` : condition;
  });
  const all = [now, ...then].filter((condition) => condition !== 'true');
  if (all.includes('false')) return null;
  return all.length > 0 ? `(${all.join(' and ')})` : 'true';
}

/** The anonymity of a submission's type under former terms. */
function ofType({ anonymity, types }: Terms): string {
  const whens = Object.entries(types).map(([id, own]) => `when ${quoted(id)} then ${quoted(own)}`);
  return whens.length > 0 ? `case s.type_id::text ${whens.join(' ')} else ${quoted(anonymity)} end` : quoted(anonymity);
}

function conditionOf(seen: Seen, asked: readonly Phase[], field: Field, anonymity: string): string {
  if (seen === 'everywhere') return 'true';
  if (seen === 'nowhere') return 'false';
  const phase = isOfRound(field) ? roundPhase : submissionPhase;
  const before = phases.slice(1, phases.indexOf(asked[0] ?? 'submitted'));
  const lists = [...seen].map(([mode, shown]) => {
    // what cannot be there yet is known not to be there only by somebody who will see it come
    const known = shown.length === asked.length ? [...before, ...shown] : shown;
    return `when ${quoted(mode)} then ${known.length === 0 ? 'false' : `${phase} in (${known.map(quoted).join()})`}`;
  });
  // `none` is read as `single`
  return `(case coalesce(nullif(${anonymity}, 'none'), 'single') ${lists.join(' ')} end)`;
}

/** As `phaseOf` says. */
const roundPhase = `(case
  when s.state = 'draft' then 'draft'
  when s.state in ('withdrawn', 'closed') then 'closed_rejected'
  when r.state = 'published' and s.state <> 'published' then 'notified'
  when r.state = 'closed' then 'closed_rejected'
  else coalesce(r.state, 'submitted') end)`;

/** As `submissionPhase` says. */
const submissionPhase = `(case when s.state = 'published' then 'published' else ${roundPhase} end)`;

const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;
