import type { Outcome } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import type { SubmissionAccess } from '../../access/access.service';
import { isChairOf } from '../../access/standings';
import { personName } from '../../platform/database/person-name';
import { column, type Column, type Judged } from './cell';
import { outcomeWord, seesRecommendations } from './words';

interface DecisionLine {
  roundId: string;
  number: number;
  title: string;
  track: string;
  round: number;
  recommendations: { name: string; outcome: Outcome }[];
  outcome: Outcome | null;
  reason: string | null;
  by: string | null;
  decidedAt: Date | null;
  releasedAt: Date | null;
}

export interface DecisionTableRow extends Judged, DecisionLine {}

const title = (access: SubmissionAccess): boolean => access.sees('submission.title_abstract');
const decision = (access: SubmissionAccess): boolean => access.sees('decision.value');
/** Why, and who: between those who decide. */
const inside = (access: SubmissionAccess): boolean => decision(access) && isChairOf(access);

export const decisionColumns: readonly Column<DecisionTableRow>[] = [
  column('Number', title, ({ number }) => number),
  column('Title', title, (row) => row.title),
  column('Track', title, ({ track }) => track),
  column('Round', title, ({ round }) => round),
  column('Recommendations', seesRecommendations, ({ recommendations }) =>
    recommendations.map(({ name, outcome }) => `${outcomeWord(outcome)} (${name})`).join('; '),
  ),
  column('Decision', decision, ({ outcome }) => outcome && outcomeWord(outcome)),
  column('Reason', inside, ({ reason }) => reason),
  column('Decided by', inside, ({ by }) => by),
  column('Decided (UTC)', inside, ({ decidedAt }) => decidedAt),
  column('Released (UTC)', decision, ({ releasedAt }) => releasedAt),
];

/** One row for each round, by what the viewer is in it: rounds without a decision too, because that is what is asked first. */
export async function decisionRows(
  manager: EntityManager,
  rounds: readonly SubmissionAccess[],
): Promise<DecisionTableRow[]> {
  const roundsWho = (may: (access: SubmissionAccess) => boolean): string[] =>
    rounds.filter(may).flatMap(({ round }) => round?.id ?? []);
  const lines = await manager.query<DecisionLine[]>(
    `select r.id as "roundId", s.number, s.title, t.name as track, r.n as round, d.outcome, d.decided_at as "decidedAt", d.released_at as "releasedAt",
            case when r.id = any($3) then d.reason end as reason, case when r.id = any($3) then ${personName('p')} end as by,
            case when r.id = any($4) then (
              select coalesce(json_agg(json_build_object('name', ${personName('q')}, 'outcome', m.outcome) order by q.family_name, q.given_name), '[]')
                from recommendation m join person q on q.id = m.person_id where m.round_id = r.id) else '[]' end as recommendations
       from round r
       join submission s on s.id = r.submission_id
       join track t on t.id = s.track_id
       left join decision d on d.round_id = r.id and r.id = any($2)
       left join person p on p.id = d.decided_by
      where r.id = any($1)`,
    [roundsWho(title), roundsWho(decision), roundsWho(inside), roundsWho(seesRecommendations)],
  );
  const byRound = new Map(lines.map((line) => [line.roundId, line]));
  return rounds.flatMap((access) => {
    const line = byRound.get(access.round?.id ?? '');
    return line ? { ...line, access } : [];
  });
}
