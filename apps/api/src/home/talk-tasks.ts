import type { TaskView } from '@convoke/contract';
import type { SubmissionAccess } from '../access/access.service';
import type { TalkRow } from './home.queries';

/** A paper with messages that the person has not read. */
export interface NewMessages {
  row: TalkRow;
  access: SubmissionAccess;
  unread: number;
}

/** More papers of one call than this are told as one thing. */
const single = 3;

/** New messages: paper by paper, or where there are many of them all at once, beginning with the first. */
export function talkTasks(talks: readonly NewMessages[]): TaskView[] {
  const byCall = Map.groupBy(talks, ({ row }) => row.call_id);
  return [...byCall.values()].flatMap((papers) => {
    if (papers.length <= single) return papers.map((paper) => task([paper]));
    return [task(papers)];
  });
}

function task(papers: readonly NewMessages[]): TaskView {
  const [first] = papers;
  if (!first) throw new Error('A task of nothing.');
  const { access, row } = first;
  const { slug, name } = access.call;
  const single = papers.length === 1;
  return {
    kind: 'read_messages',
    callSlug: slug,
    callName: name,
    paperTitle: single && access.sees('submission.title_abstract') ? row.title : null,
    facts: {
      papers: papers.length,
      count: papers.reduce((sum, { unread }) => sum + unread, 0),
      number: row.number,
    },
    due: null,
    link: `/app/c/${slug}/s/${row.number}?tab=discussion`,
  };
}
