import { Injectable } from '@nestjs/common';
import type { Outcome } from '@convoke/contract';
import { effectiveDeadline, isAllowed } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import type { CallAccess } from '../access/access.service';
import { Config } from '../platform/config';
import type { LetterFacts } from './decision-letter';
import { quotedMetaReviews, quotedReviews } from './decisions.queries';

export interface DecidedPaper {
  submission_id: string;
  decision_id: string;
  decision_version: number;
  number: number;
  title: string;
  track_id: string;
  type_id: string;
  outcome: Outcome;
  letter: string | null;
}

/** Gathers what decision letters say, for one paper or for a thousand, with the same few statements. */
@Injectable()
export class LetterFactsService {
  constructor(private readonly config: Config) {}

  /** The facts of each paper's letter, by submission. */
  async gather(
    manager: EntityManager,
    { call, facts }: Pick<CallAccess, 'call' | 'facts'>,
    papers: readonly DecidedPaper[],
  ): Promise<Map<string, LetterFacts>> {
    const shows = (terms: number) => ({
      texts: isAllowed(facts, 'authors_see_reviews', terms),
      scores: isAllowed(facts, 'authors_see_scores', terms),
    });
    const ids = papers.map(({ submission_id }) => submission_id);
    const reviews = await quotedReviews(manager, ids);
    const metaReviews = await quotedMetaReviews(manager, ids);
    return new Map(
      papers.map((paper) => {
        const scope = { trackId: paper.track_id, submissionTypeId: paper.type_id, submissionId: paper.submission_id };
        const due = effectiveDeadline(facts.deadlines, 'final', scope);
        return [
          paper.submission_id,
          {
            kind: call.kind,
            callName: call.name,
            number: paper.number,
            title: paper.title,
            outcome: paper.outcome,
            personal: paper.letter,
            reviews: (reviews.get(paper.submission_id) ?? []).map(({ terms, ...one }) => ({
              ...one,
              shows: shows(terms),
            })),
            metaReviews: (metaReviews.get(paper.submission_id) ?? [])
              .filter(({ terms }) => isAllowed(facts, 'authors_see_metareview', terms))
              .map(({ text }) => text),
            finalDue:
              due?.closesAt && due.wallTime
                ? { closesAt: due.closesAt.toISOString(), wallTime: due.wallTime, zone: due.zone }
                : null,
            link: `${this.config.publicUrl}/app/c/${call.slug}/s/${paper.number}`,
          },
        ];
      }),
    );
  }
}
