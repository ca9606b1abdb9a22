import { cast } from '@convoke/domain/testing';
import type { Random } from '../../apps/api/src/platform/random';
import type { AddedCall } from './add-call';
import type { Accounts } from './add-people';
import { reviewerPerson } from './add-reviewing';
import { interests, type ReviewerKey } from './people';
import type { Rows } from './rows';

/** The demo's own officers and the reviewers, behind the persons whom the call names. */
export function addCommittee(
  rows: Rows,
  call: AddedCall,
  { accounts, random, now }: { accounts: Accounts; random: Random; now: Date },
): void {
  let position = 100;
  const give = (personId: string, role: string, scope: Readonly<Record<string, unknown>>) =>
    rows.add('membership', {
      ...{ id: random.uuid(), person_id: personId, role, position: (position += 1), starts_at: now },
      ...{ call_id: null, track_id: null, journal_id: null, ...scope },
    });
  const here = { call_id: call.id };
  if (call.content.kind === 'conference') {
    give(cast.chidi.id, 'chair', here);
    give(cast.tala.id, 'track_chair', { ...here, track_id: [...call.tracks.values()][0] });
  } else {
    give(cast.gwen.id, 'guest_editor', here);
    if (call.journalId) give(cast.eva.id, 'editor_in_chief', { journal_id: call.journalId });
  }
  for (const [key, topics] of Object.entries(interests) as [ReviewerKey, readonly number[]][]) {
    const personId = accounts.get(reviewerPerson(key).address.toLowerCase());
    if (!personId) continue;
    give(personId, 'reviewer', here);
    for (const topic of topics) {
      const topicId = call.topics[topic - 1];
      if (topicId) rows.add('topic_interest', { person_id: personId, topic_id: topicId, interest: 1 });
    }
  }
}
