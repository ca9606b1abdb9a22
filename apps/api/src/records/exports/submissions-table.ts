import type { Outcome, SubmissionStage } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import type { SubmissionAccess } from '../../access/access.service';
import { isChairOf } from '../../access/standings';
import { personName } from '../../platform/database/person-name';
import { submittedAuthors } from '../../submissions/authorship';
import { handlersOfAll } from '../page.queries';
import { recommendedOf } from '../row.queries';
import { shownStateOf } from '../shown';
import { column, type Column, type Judged } from './cell';
import { outcomeWord, seesRecommendations, word } from './words';

interface SubmissionLine {
  id: string;
  number: number;
  title: string;
  abstract: string;
  words: number | null;
  keywords: string[];
  topics: string[];
  track: string;
  type: string;
  stage: SubmissionStage | null;
  round: number;
  submittedAt: Date | null;
  reviewsIn: number;
  reviewsExpected: number;
  mean: string | null;
  lowest: number | null;
  highest: number | null;
  outcome: Outcome | null;
  decisionState: string | null;
}

export interface AuthorLine {
  submissionId: string;
  position: number;
  givenName: string;
  familyName: string;
  name: string;
  affiliation: string;
  address: string;
  isCorresponding: boolean;
}

export interface SubmissionRow extends Judged, SubmissionLine {
  authors: readonly AuthorLine[];
  handledBy: readonly string[];
  recommended: Outcome | 'mixed' | null;
}

const sees =
  (field: Parameters<SubmissionAccess['sees']>[0]) =>
  (access: SubmissionAccess): boolean =>
    access.sees(field);
const scores = (access: SubmissionAccess): boolean => access.seesAll('review.scores');
const title = sees('submission.title_abstract');

export const submissionColumns: readonly Column<SubmissionRow>[] = [
  column('Number', title, ({ number }) => number),
  column('Title', title, (row) => row.title),
  column('Track', title, ({ track }) => track),
  column('Type', title, ({ type }) => type),
  column('State', title, ({ access, outcome, decisionState }) => {
    const known = outcome && access.sees('decision.value') ? { outcome, released: decisionState === 'released' } : null;
    return word(`state.${shownStateOf(access, known)}`);
  }),
  column('Latest version', title, ({ stage }) => (stage ? word(`record.kind.${stage}`) : null)),
  column('Round', title, ({ round }) => round),
  column('Submitted (UTC)', isChairOf, ({ submittedAt }) => submittedAt),
  column('Authors', sees('author.names'), ({ authors }) => authors.map(({ name }) => name).join('; ')),
  column('Affiliations', sees('author.affiliation'), ({ authors }) =>
    [...new Set(authors.map(({ affiliation }) => affiliation))].filter(Boolean).join('; '),
  ),
  column('Corresponding e-mail', sees('author.email'), ({ authors }) =>
    authors
      .filter(({ isCorresponding }) => isCorresponding)
      .map(({ address }) => address)
      .join('; '),
  ),
  column('Keywords', title, ({ keywords }) => keywords.join('; ')),
  column('Topics', title, ({ topics }) => topics.join('; ')),
  column('Abstract', title, ({ abstract }) => abstract),
  column('Words of the abstract', title, ({ words }) => words),
  column('Handled by', sees('assignment.handling_chair'), ({ handledBy }) => handledBy.join('; ')),
  column('Reviews in', sees('assignment.count_and_status'), ({ reviewsIn }) => reviewsIn),
  column('Reviews asked for', sees('assignment.count_and_status'), ({ reviewsExpected }) => reviewsExpected),
  column('Mean score', scores, ({ mean }) => (mean === null ? null : Number(mean))),
  column('Lowest score', scores, ({ lowest }) => lowest),
  column('Highest score', scores, ({ highest }) => highest),
  column('Recommended', seesRecommendations, ({ recommended }) =>
    recommended === null ? null : recommended === 'mixed' ? word('record.mixed') : outcomeWord(recommended),
  ),
  column('Decision', sees('decision.value'), ({ outcome }) => outcome && outcomeWord(outcome)),
  column('Authors told', sees('decision.value'), ({ outcome, decisionState }) =>
    outcome ? decisionState === 'released' : null,
  ),
];

/** One row for each submission; authors are read only of those whose authors the viewer may know. */
export async function submissionRows(
  manager: EntityManager,
  judged: readonly SubmissionAccess[],
): Promise<SubmissionRow[]> {
  const idsWho = (may: (access: SubmissionAccess) => boolean): string[] =>
    judged.filter(may).map(({ submission }) => submission.id);
  const [lines, authors, handlers, recommended] = await Promise.all([
    linesOf(manager, idsWho(title)),
    authorLines(manager, idsWho(sees('author.names'))),
    handlersOfAll(manager, idsWho(sees('assignment.handling_chair'))),
    recommendedOf(manager, idsWho(seesRecommendations)),
  ]);
  return judged.flatMap((access) => {
    const { id } = access.submission;
    const line = lines.get(id);
    if (!line) return [];
    return {
      ...line,
      access,
      authors: authors.filter((author) => author.submissionId === id),
      handledBy: handlers.get(id) ?? [],
      recommended: recommended.get(id) ?? null,
    };
  });
}

interface AuthorRow extends Judged, AuthorLine {
  number: number;
  title: string;
}

const name = sees('author.names');

export const authorColumns: readonly Column<AuthorRow>[] = [
  column('Number', name, ({ number }) => number),
  column('Title', name, (row) => row.title),
  column('Position', name, ({ position }) => position),
  column('Given name', name, ({ givenName }) => givenName),
  column('Family name', name, ({ familyName }) => familyName),
  column('Affiliation', sees('author.affiliation'), ({ affiliation }) => affiliation),
  column('E-mail', sees('author.email'), ({ address }) => address),
  column('Corresponding', name, ({ isCorresponding }) => isCorresponding),
];

/** One row for each author of each submission whose authors the viewer may know. */
export async function authorRows(manager: EntityManager, judged: readonly SubmissionAccess[]): Promise<AuthorRow[]> {
  const known = judged.filter((access) => access.sees('author.names'));
  const ids = known.map(({ submission }) => submission.id);
  const [lines, authors] = await Promise.all([linesOf(manager, ids), authorLines(manager, ids)]);
  return known.flatMap((access) => {
    const line = lines.get(access.submission.id);
    if (!line) return [];
    return authors
      .filter(({ submissionId }) => submissionId === line.id)
      .map((author) => ({ ...author, access, number: line.number, title: line.title }));
  });
}

async function linesOf(manager: EntityManager, ids: readonly string[]): Promise<Map<string, SubmissionLine>> {
  const rows = await manager.query<SubmissionLine[]>(
    `select s.id, s.number, s.title, s.abstract, v.abstract_words as words, s.keywords, t.name as track, y.name as type, s.stage,
            array(select o.name from topic o where o.id = any(s.topic_ids) order by o.position) as topics,
            s.current_round as round, s.submitted_at as "submittedAt", s.reviews_in as "reviewsIn",
            s.reviews_expected as "reviewsExpected", s.score_mean as mean, s.score_min as lowest, s.score_max as highest,
            d.outcome, d.state as "decisionState"
       from submission s
       join track t on t.id = s.track_id
       join submission_type y on y.id = s.type_id
       left join round r on r.submission_id = s.id and r.n = s.current_round
       left join decision d on d.round_id = r.id
       left join lateral (select abstract_words from submission_version where submission_id = s.id order by n desc limit 1) v on true
      where s.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The authors as the latest version froze them, in their order; call it only for somebody who may know them. */
function authorLines(manager: EntityManager, ids: readonly string[]): Promise<AuthorLine[]> {
  return manager.query<AuthorLine[]>(
    `select s.id as "submissionId", a.position, a.given_name as "givenName", a.family_name as "familyName", ${personName('a')} as name,
            coalesce(a.affiliation, '') as affiliation, coalesce(a.address, '') as address, coalesce(a.is_corresponding, false) as "isCorresponding"
       from unnest($1::uuid[]) s(id) cross join lateral (${submittedAuthors('s.id')}) a order by s.id, a.position`,
    [ids],
  );
}
