import { Injectable } from '@nestjs/common';
import type { PaperTalk } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import type { SubmissionAccess } from '../access/access.service';
import { Clock } from '../platform/clock';
import { UnreadMessages } from './discussion/unread';
import { isResponseOpen } from './response/response-date';
import { submittedResponses } from './response/response.queries';

/** What leads to a paper's discussion and to its authors' response: only what the viewer is in. */
@Injectable()
export class PaperTalks {
  constructor(
    private readonly unread: UnreadMessages,
    private readonly clock: Clock,
  ) {}

  /** By submission; two statements whatever their number. */
  async of(
    manager: EntityManager,
    personId: string,
    papers: readonly SubmissionAccess[],
  ): Promise<Map<string, PaperTalk>> {
    const asked = papers.filter(
      ({ facts, sees }) => (facts.current?.response ?? 'unopened') !== 'unopened' && sees('author_response.text'),
    );
    const [unread, responses] = await Promise.all([
      this.unread.count(manager, personId, papers),
      submittedResponses(
        manager,
        asked.flatMap(({ round }) => round?.id ?? []),
      ),
    ]);
    const now = this.clock.now();
    return new Map(
      papers.map((access) => {
        const { id } = access.submission;
        const latest = responses.find(({ round_id }) => round_id === access.round?.id);
        const submitted = latest !== undefined && access.sees('author_response.text', latest.terms);
        const count = unread.get(id);
        return [
          id,
          {
            discussion:
              count === undefined ? null : { open: access.facts.current?.discussion === 'open', unread: count },
            response: asked.includes(access) ? { open: isResponseOpen(access, now), submitted } : null,
          },
        ];
      }),
    );
  }
}
