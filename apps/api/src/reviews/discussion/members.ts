import { Injectable } from '@nestjs/common';
import { type Audience, type DiscussionReader, reads } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { AccessService, type SubmissionAccess } from '../../access/access.service';
import { isChairOf } from '../../access/standings';

/** Somebody who reads the discussion of a paper's current round, as far as it is for them. */
export interface Member extends DiscussionReader {
  /** Assigned to review; null for all others. */
  assignmentId: string | null;
  name: string;
  letter: number | null;
  address: string | null;
  locale: string;
  wantsLetters: boolean;
  access: SubmissionAccess;
}

interface CandidateRow {
  personId: string;
  assignmentId: string | null;
  name: string;
  letter: number | null;
  address: string | null;
  locale: string;
  wantsLetters: boolean;
}

const candidatesSql = `
select p.id as "personId", a.id as "assignmentId", trim(p.given_name || ' ' || p.family_name) as name, v.pseudonym as letter,
       e.address, p.locale, coalesce(d.letters, true) as "wantsLetters"
  from person p
  left join person_email e on e.person_id = p.id and e.is_primary
  left join assignment a on a.round_id = $1 and a.reviewer_id = p.id and a.state in ('accepted', 'completed')
  left join review v on v.round_id = $1 and v.reviewer_id = p.id
  left join discussion_reader d on d.round_id = $1 and d.person_id = p.id
 where p.id in (
   select reviewer_id from assignment where round_id = $1 and state in ('accepted', 'completed')
   union select m.person_id from membership m join submission s on s.id = $2 join call c on c.id = s.call_id
          where (m.call_id = c.id or m.journal_id = c.journal_id)
            and (m.track_id is null or m.track_id = s.track_id) and ($3 or m.role <> 'reviewer')
   union select handler_id from submission where id = $2)`;

/** Who is in a discussion. Everybody who might be is asked about by the rule that lets them read it; nothing here decides. */
@Injectable()
export class DiscussionMembers {
  constructor(private readonly access: AccessService) {}

  async of(manager: EntityManager, access: SubmissionAccess): Promise<Member[]> {
    if (!access.round) return [];
    const rows = await manager.query<CandidateRow[]>(candidatesSql, [
      access.round.id,
      access.submission.id,
      committeeReads(access),
    ]);
    const judged = await this.access.asSeenBy(
      manager,
      access,
      rows.map(({ personId }) => personId),
    );
    return rows.flatMap((row) => {
      const seen = judged.get(row.personId);
      return seen?.sees('discussion.messages') ? [{ ...row, isChair: isChairOf(seen), access: seen }] : [];
    });
  }
}

/** Whether members of the committee who do not review the paper read along. */
export function committeeReads({ call }: SubmissionAccess): boolean {
  return call.settings.visibility?.unassigned_pc_sees_discussion ?? false;
}

/** Those of the members who read what is written for an audience. */
export function readersOf(audience: Audience, members: readonly Member[]): Member[] {
  return members.filter((member) => reads(audience, member));
}
