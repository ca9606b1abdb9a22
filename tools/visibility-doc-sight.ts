import {
  couldBeSeen,
  fields,
  inForce,
  ruling,
  standings,
  whenSeen,
  type Field,
  type Mode,
  type Phase,
  type Standing,
} from '@convoke/domain';
import { reasonWords, spanWords, translator, type SeenLine } from '@convoke/texts';

export const standingNames: Readonly<Record<Standing, string>> = {
  author: 'authors',
  conflicted: 'people in conflict with it',
  reviewer: 'its reviewers who have submitted their review',
  reviewer_pending: 'its reviewers who have not submitted yet',
  handler: 'those who handle it (co-chairs of its track, guest editors)',
  programme_chair: 'chairs and editors-in-chief',
  invited: 'people invited to review it, until they answer',
  former: 'former reviewers of it',
  pool: 'other members of the committee',
  other_chair: 'co-chairs of other tracks, editors of other issues',
  admin: 'administrators',
  stranger: 'everybody else',
};

export const phaseNames: Readonly<Record<Phase, string>> = {
  draft: 'a draft',
  submitted: 'submitted',
  review_open: 'in review',
  discussion: 'in discussion',
  rebuttal: 'at the authors’ response',
  decided_not_notified: 'decided, authors not told',
  notified: 'authors told',
  published: 'published',
  closed_rejected: 'closed',
};

const english = translator('en');
const usual: Mode = { kind: 'conference', anonymity: 'double' };

/** The same table read from each side: one person, all things, in a double-anonymous conference with its settings as they come. */
export function sides(): string[] {
  const head = `## Person by person

In a double-anonymous conference whose settings nobody has changed. What is not named is closed to them now and could be opened by a
setting, unless it stands under “never”.`;
  return [head, ...standings.map(side)];
}

function side(standing: Standing): string {
  const terms = inForce(usual.anonymity, {}, { kind: usual.kind });
  const seen = new Map<string, string[]>();
  for (const field of fields) {
    const spans = whenSeen(field, standing, terms);
    if (spans.length === 0) continue;
    const when = spans.map(({ from, to }) => spanWords(english, from, to, usual.kind)).join(', ');
    seen.set(when, [...(seen.get(when) ?? []), thing(field)]);
  }
  const never = fields.filter((field) => !couldBeSeen(field, standing, usual)).map(thing);
  return [
    `### ${capital(standingNames[standing])}`,
    [
      ...[...seen].map(([when, things]) => `- ${when}: ${things.join('; ')}`),
      ...(never.length > 0 ? [`- never, whatever is set: ${never.join('; ')}`] : []),
    ].join('\n'),
  ].join('\n\n');
}

function thing(field: Field): string {
  return english.maybe(`see.field.${field}`) ?? field;
}

/** A line with the person it is about, who stands beside it. */
type Case = SeenLine & { readonly standing: Standing };

/** The sentences of the page, made as the page makes them, each from a case it is said in. */
export function whys(): string {
  const terms = inForce(usual.anonymity, {}, { kind: usual.kind });
  const line = (field: Field, standing: Standing, phase: Phase, more: Partial<SeenLine> = {}): Case => {
    const decided = ruling(field, standing, phase, terms);
    return {
      ...{ ...decided, standing, phase, stricterThen: false },
      when: whenSeen(field, standing, terms),
      possible: couldBeSeen(field, standing, usual),
      ...more,
    };
  };
  const cases: readonly (readonly [Field, Case, boolean])[] = [
    ['file.pdf', line('file.pdf', 'reviewer', 'review_open'), true],
    ['review.text', line('review.text', 'reviewer', 'review_open'), true],
    ['decision.value', line('decision.value', 'author', 'review_open'), true],
    ['decision.value', line('decision.value', 'reviewer', 'discussion'), true],
    ['file.pdf', line('file.pdf', 'invited', 'review_open'), true],
    ['review.text', line('review.text', 'reviewer_pending', 'review_open'), true],
    ['review.reviewer_identity', line('review.reviewer_identity', 'author', 'notified'), true],
    ['review.text', line('review.text', 'author', 'notified', { visible: false }), false],
    [
      'review.reviewer_identity',
      line('review.reviewer_identity', 'reviewer', 'discussion', { visible: false, stricterThen: true }),
      true,
    ],
  ];
  const lines = cases.map(([field, seen, verified]) => {
    const sentence = reasonWords(english, seen, { kind: usual.kind, verified });
    return `| ${thing(field)} | ${standingNames[seen.standing]} | ${phaseNames[seen.phase as Phase]} | ${sentence} |`;
  });
  return `## Why somebody sees something

On the page of a submission, *Who sees this* answers for one person, or for anybody of a standing: each thing, whether they see it now, and the rule
as a sentence. The sentences are made from the table above; these are all there are, each with a case it is said in (a double-anonymous
conference, its settings as they come):

| What | Who | The submission is | What the page says |
| --- | --- | --- | --- |
${lines.join('\n')}

Where reviews were written before a setting was opened, the page also counts how many of them stay closed.

Who handles a submission may ask: its co-chairs or guest editors, chairs and editors-in-chief. To a chair who wrote the paper or is in
conflict with it, it does not exist, and neither does the question. They may pick its reviewers, the call’s chairs, the committee of its track, and
its authors where they may know the authors. Where editors do not know the authors, none can be picked, and a committee member who is one is
answered exactly like somebody in conflict.`;
}

export const looking = `## Viewing a page as somebody else

*View this page as …* shows the page of the submission, its reviews, its discussion and its response as that person reads them. It is the same page, made by
the same rules, asked twice: a thing is shown **only if they see it and the chair sees it too**. Nobody learns more by looking as somebody else.

- In a triple-anonymous call an editor who looks as an author sees no author.
- What is somebody’s own is read for nobody, neither theirs nor the chair’s: drafts of reviews and responses, what authors are changing, the own
  review as one’s own, private tags, threads with one reviewer, letters, what is new. Files are named and cannot be downloaded.
- Nothing can be done there. A look belongs to one request for reading; a request that changes something takes no other eyes and is refused.
- For whom the submission does not exist it does not exist there either.
- Asking and looking are kept in the history of the submission, with who did it and as what. Everybody who handles it reads that; authors and
  reviewers do not. Looks through the same eyes within ten minutes are one line.`;

export const comparing = `## Holding the rules against a matrix of your own

\`npm run convoke -- check-matrix FILE.csv\` asks the rules of this installation about every line of a CSV file with the columns \`resource\`, \`field\`, \`role\`,
\`phase\`, \`mode\` and \`visible\`, where the last is \`yes\`, \`no\` (whatever is set), or \`setting:NAME\` (if and only if that setting is on). Each cell is asked with every setting
off, every setting on, that one alone on, and that one alone off. It says how many of the ${String(fields.length * 16 * 9 * 6)} cells were compared, every cell that differs,
is missing, unknown or said twice, and ends with an error unless there is none. It needs no database. \`--write\` writes what the rules say into the file
instead, to be read or changed.

The roles are \`author\`, \`coauthor\`, \`conflicted_chair_author\` (a chair who wrote it), \`conflicted_reviewer\`, \`assigned_reviewer\` (has submitted the review),
\`assigned_reviewer_pending\`, \`own_track_chair\`, \`guest_editor\`, \`programme_chair\` (in an issue its editor-in-chief), \`invited_reviewer\`, \`former_reviewer\`,
\`unassigned_pc\`, \`other_track_chair\`, \`admin\`, \`unrelated_user\` and \`anonymous_visitor\`; the modes \`single\`, \`double\` and \`triple\` for conferences, the same with \`si_\` before
for special issues; the phases are those of this page: ${Object.keys(phaseNames)
  .map((phase) => `\`${phase}\``)
  .join(', ')}.
That the server gives to read what the rules say, and nothing else, is \`npm run test:matrix\`.`;

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
