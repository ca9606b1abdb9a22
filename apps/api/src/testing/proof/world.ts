import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Phase, RoundState, VisibilitySettings } from '@convoke/domain';
import { phases } from '@convoke/domain';
import type { MatrixMode, MatrixRole } from '@convoke/domain/testing';
import { Files } from '../../platform/files';
import type { GivenCall, GivenPerson, GivenSubmission } from '../given';
import type { TestApp } from '../test-app';
import type { Window } from './crawl';

/** What the world hides, each as a word that stands nowhere else: who reads the word has learnt the secret. */
export const secrets = [
  'title',
  'abstract',
  'authorName',
  'authorAffiliation',
  'authorAddress',
  'pdf',
  'pdfMetadata',
  'supplement',
  'fileName',
  'reviewText',
  'reviewConfidential',
  'reviewerName',
  'reviewedAt',
  'assignedName',
  'pendingDraft',
  'reviewerReview',
  'formerReview',
  'conflictByAuthor',
  'conflictByCommittee',
  'mailOwn',
  'mailToAuthors',
  'mailToReviewers',
  'mailReply',
  'auditAuthor',
  'auditReview',
  'auditSecurity',
] as const;
export type Secret = (typeof secrets)[number];

/** One submission of the world: everything that could be known of it is there, whatever its phase. */
export interface ProofPaper extends GivenSubmission {
  readonly mode: MatrixMode;
  readonly phase: Phase;
  readonly call: GivenCall;
  readonly token: Readonly<Record<Secret, string>>;
  /** Ids by which somebody could ask for what belongs to it. */
  readonly files: readonly string[];
  readonly letters: readonly string[];
  readonly assignments: readonly string[];
  /** The number it has or, of a draft, one that nobody has. */
  readonly asked: number;
}

const states: Readonly<Record<Phase, readonly [submission: string, round: string]>> = {
  draft: ['draft', 'submitted'],
  submitted: ['submitted', 'submitted'],
  review_open: ['submitted', 'review_open'],
  discussion: ['submitted', 'discussion'],
  rebuttal: ['submitted', 'rebuttal'],
  decided_not_notified: ['submitted', 'decided_not_notified'],
  notified: ['accepted', 'notified'],
  published: ['published', 'published'],
  closed_rejected: ['closed', 'closed'],
};
const released: readonly Phase[] = ['notified', 'published', 'closed_rejected'];

/**
 * A call for each mode with a submission in each phase, and one person for each role of the visibility matrix who is that to
 * every one of them. Rows stand in every phase, also where the product would not have made them yet: what is not there
 * cannot leak.
 */
export class ProofWorld {
  readonly papers: ProofPaper[] = [];
  readonly people = new Map<MatrixRole, GivenPerson>();
  /** On the committee, and nothing to any submission. */
  bystander!: GivenPerson;
  private readonly cookies = new Map<MatrixRole, string>();

  private constructor(private readonly app: TestApp) {}

  static async make(
    app: TestApp,
    modes: readonly MatrixMode[],
    visibility: Partial<VisibilitySettings> = {},
  ): Promise<ProofWorld> {
    const world = new ProofWorld(app);
    await world.makePeople();
    for (const mode of modes) await world.makeCall(mode, visibility);
    return world;
  }

  person(role: MatrixRole): GivenPerson {
    const person = this.people.get(role);
    if (!person) throw new Error(`Nobody is ${role}.`);
    return person;
  }

  /** The window of somebody in a role; a visitor's is signed out. */
  async window(role: MatrixRole): Promise<Window> {
    const origin = await this.app.url();
    // how often somebody may ask is another story
    await this.app.database.query(`delete from rate_limit`);
    if (role === 'anonymous_visitor') return { origin, cookie: '' };
    const cookie = this.cookies.get(role) ?? (await this.app.cookieOf(this.person(role)));
    this.cookies.set(role, cookie);
    return { origin, cookie };
  }

  private async makePeople(): Promise<void> {
    const { given } = this.app;
    const names: readonly (readonly [MatrixRole, string])[] = [
      ['author', 'Ada Ferri'],
      ['coauthor', 'Bruno Conti'],
      ['conflicted_chair_author', 'Carla Chairauthor'],
      ['conflicted_reviewer', 'Cleo Dubois'],
      ['assigned_reviewer', 'Ravi Menon'],
      ['assigned_reviewer_pending', 'Marta Nowak'],
      ['own_track_chair', 'Tala Brandt'],
      ['guest_editor', 'Gwen Price'],
      ['programme_chair', 'Chidi Eze'],
      ['invited_reviewer', 'Hanna Lindqvist'],
      ['former_reviewer', 'Felix Former'],
      ['unassigned_pc', 'Pia Pool'],
      ['other_track_chair', 'Otto Other'],
      ['unrelated_user', 'Olu Bankole'],
    ];
    for (const [role, name] of names) this.people.set(role, await given.person(name));
    this.bystander = await given.person('Quinn Bystander');
    this.people.set('admin', await given.person('Ines Duarte', { admin: true }));
  }

  private async makeCall(mode: MatrixMode, visibility: Partial<VisibilitySettings>): Promise<void> {
    const { given } = this.app;
    const issue = mode.startsWith('si_');
    const call = await given.call(mode.replace('_', '-'), {
      kind: issue ? 'special_issue' : 'conference',
      anonymity: mode.replace('si_', '') as 'single' | 'double' | 'triple',
      tracks: issue ? ['Issue'] : ['Main', 'Other'],
      settings: { visibility, autoSubmit: false },
    });
    const [main, other] = call.tracks;
    if (issue) {
      const journal = randomUUID();
      const now = this.app.clock.now();
      await this.insert('journal', { id: journal, slug: `journal-${call.slug}`, name: 'A journal', created_at: now });
      const sister = await given.call(`sister-${call.slug}`, { kind: 'special_issue', tracks: ['Issue'] });
      await this.app.database.query(`update call set journal_id = $1 where id = any($2)`, [
        journal,
        [call.id, sister.id],
      ]);
      for (const role of ['programme_chair', 'conflicted_chair_author'] as const)
        await this.insert('membership', {
          id: randomUUID(),
          person_id: this.person(role).id,
          role: 'editor_in_chief',
          journal_id: journal,
          starts_at: now,
        });
      await given.role(this.person('own_track_chair'), 'guest_editor', call);
      await given.role(this.person('guest_editor'), 'guest_editor', call);
      await given.role(this.person('conflicted_reviewer'), 'guest_editor', call);
      await given.role(this.person('other_track_chair'), 'guest_editor', sister);
    } else {
      for (const role of ['programme_chair', 'conflicted_chair_author'] as const)
        await given.role(this.person(role), 'chair', call);
      await given.role(this.person('own_track_chair'), 'track_chair', call, main);
      await given.role(this.person('conflicted_reviewer'), 'track_chair', call, main);
      await given.role(this.person('other_track_chair'), 'track_chair', call, other);
      for (const role of [
        'conflicted_reviewer',
        'assigned_reviewer',
        'assigned_reviewer_pending',
        'invited_reviewer',
        'unassigned_pc',
      ] as const)
        await given.role(this.person(role), 'reviewer', call);
      await given.role(this.bystander, 'reviewer', call);
    }
    for (const phase of phases) this.papers.push(await this.makePaper(call, mode, phase));
  }

  private async makePaper(call: GivenCall, mode: MatrixMode, phase: Phase): Promise<ProofPaper> {
    const { given, database } = this.app;
    const key = `${mode.replace('_', '')}x${phases.indexOf(phase)}`;
    const token = Object.fromEntries(secrets.map((secret) => [secret, `zq${secret.toLowerCase()}${key}zq`])) as Record<
      Secret,
      string
    >;
    // an instant that nothing else of the world has: its milliseconds, and a day, name the submission
    const order = this.papers.length;
    token.reviewedAt = `2016-04-${String(1 + (order % 28)).padStart(2, '0')}T03:${String(10 + Math.floor(order / 28)).padStart(2, '0')}:07.313Z`;
    const [state, round] = states[phase];
    const zoe = await given.person(`Zoe ${token.authorName}`, {
      address: `${token.authorAddress}@example.org`,
      affiliation: token.authorAffiliation,
    });
    const by = (['author', 'coauthor', 'conflicted_chair_author'] as const).map((role) => this.person(role));
    const paper = await given.submission(call, {
      by: [...by, zoe],
      title: `On ${token.title}`,
      abstract: `We show ${token.abstract}.`,
      state: state as 'submitted',
      round: round as Exclude<RoundState, 'published' | 'closed'>,
    });
    const files = [
      await this.file(paper, 'paper', token.pdf, token),
      await this.file(paper, 'supplement', token.supplement, token),
    ];
    if (paper.versionId)
      await database.query(`update submission_version set file_ids = $2 where id = $1`, [paper.versionId, files]);
    const { rosa, assignments } = await this.reviewing(paper, token);
    await this.decide(paper, phase, mode.startsWith('si_'));
    await this.conflicts(paper, token);
    const letters = await this.letters(paper, token, zoe, rosa);
    await this.history(paper, token);
    return {
      ...paper,
      ...{ mode, phase, call, token, files, letters, assignments },
      asked: paper.number ?? 9000 + phases.indexOf(phase),
    };
  }

  private async reviewing(
    paper: GivenSubmission,
    token: Record<Secret, string>,
  ): Promise<{ rosa: GivenPerson; assignments: string[] }> {
    const { given, database } = this.app;
    const known = (name: string, word: string) => given.person(`${name} ${word}`, { address: `${word}@example.org` });
    const rosa = await known('Rosa', token.reviewerName);
    const nils = await known('Nils', token.assignedName);
    const ravi = await given.assignment(paper, this.person('assigned_reviewer'));
    const marta = await given.assignment(paper, this.person('assigned_reviewer_pending'));
    const felix = await given.assignment(paper, this.person('former_reviewer'), { state: 'accepted' });
    const cleo = await given.assignment(paper, this.person('conflicted_reviewer'));
    const invited = await given.assignment(paper, this.person('invited_reviewer'), { state: 'invited' });
    const other = await given.assignment(paper, rosa);
    const silent = await given.assignment(paper, nils);
    const theirs = await given.review(other, {
      overall: 5,
      comments: `Well done ${token.reviewText}`,
      confidential: `Between us ${token.reviewConfidential}`,
    });
    await given.review(ravi, { overall: 2, comments: `I think ${token.reviewerReview}` });
    await given.review(marta, { comments: `Half of ${token.pendingDraft}`, state: 'draft' });
    await given.review(felix, { comments: `Before I left ${token.formerReview}`, state: 'draft' });
    await database.query(`update review set submitted_at = $2 where id = $1`, [theirs.id, token.reviewedAt]);
    await database.query(`update review_version set submitted_at = $2 where review_id = $1`, [
      theirs.id,
      token.reviewedAt,
    ]);
    await database.query(`update assignment set state = 'unassigned' where id = $1`, [felix.id]);
    await database.query(`update assignment set state = 'revoked_conflict' where id = $1`, [cleo.id]);
    await this.insert('released_review', {
      review_version_id: theirs.versionId,
      review_id: theirs.id,
      submission_id: paper.id,
      released_at: this.app.clock.now(),
    });
    await database.query(
      `update submission set reviews_expected = 4, reviews_in = 2, score_mean = 3.5, score_min = 2, score_max = 5 where id = $1`,
      [paper.id],
    );
    return { rosa, assignments: [ravi, marta, felix, cleo, invited, other, silent].map(({ id }) => id) };
  }

  private async decide(paper: GivenSubmission, phase: Phase, issue: boolean): Promise<void> {
    const now = this.app.clock.now();
    // of an issue, authors revise after they were told
    const done = released.includes(phase) || (issue && phase === 'rebuttal');
    await this.insert('decision', {
      id: randomUUID(),
      round_id: paper.roundId,
      submission_id: paper.id,
      outcome: issue ? 'accept' : 'accept_paper',
      state: done ? 'released' : 'decided',
      decided_by: this.person('programme_chair').id,
      decided_at: now,
      released_at: done ? now : null,
    });
  }

  private async conflicts(paper: GivenSubmission, token: Record<Secret, string>): Promise<void> {
    const now = this.app.clock.now();
    const cleo = this.person('conflicted_reviewer').id;
    for (const [source, reason] of [
      ['author', token.conflictByAuthor],
      ['reviewer', token.conflictByCommittee],
    ] as const)
      await this.insert('conflict', {
        ...{ id: randomUUID(), submission_id: paper.id, person_id: cleo },
        ...{ kind: 'personal', source, reason, declared_by: cleo, created_at: now },
      });
  }

  private async letters(
    paper: GivenSubmission,
    token: Record<Secret, string>,
    zoe: GivenPerson,
    rosa: GivenPerson,
  ): Promise<string[]> {
    const letter = async (to: GivenPerson, word: string, kind: string): Promise<string> => {
      const id = randomUUID();
      await this.insert('email_message', {
        ...{ id, dedupe_key: `${kind}:${id}`, class: kind, to_address: to.address, to_name: to.name, person_id: to.id },
        ...{ call_id: paper.callId, submission_id: paper.id, subject: `About ${word}`, body: `We write ${word}.` },
        ...{
          body_hash: '0'.repeat(64),
          message_id: `<${id}@convoke.test>`,
          state: 'failed',
          last_reply: `550 ${token.mailReply}`,
        },
        ...{ not_before: this.app.clock.now(), created_at: this.app.clock.now() },
      });
      return id;
    };
    // one to everybody, whatever they are to it: each may find only the own one
    for (const person of this.people.values()) await letter(person, token.mailOwn, 'notice');
    return [await letter(zoe, token.mailToAuthors, 'receipt'), await letter(rosa, token.mailToReviewers, 'reminder')];
  }

  private async history(paper: GivenSubmission, token: Record<Secret, string>): Promise<void> {
    for (const [tag, word] of [
      ['author', token.auditAuthor],
      ['review', token.auditReview],
      ['security', token.auditSecurity],
    ] as const)
      await this.insert('audit_entry', {
        ...{ id: randomUUID(), at: this.app.clock.now(), tag, action: 'submission.submitted' },
        ...{ actor_id: this.person('programme_chair').id, call_id: paper.callId, submission_id: paper.id },
        facts: { slot: word },
      });
  }

  /** A file and its copy for readers; what came with it (its name, its metadata) is in the original alone. */
  private async file(
    paper: GivenSubmission,
    slot: string,
    word: string,
    token: Record<Secret, string>,
  ): Promise<string> {
    const id = randomUUID();
    const now = this.app.clock.now();
    const stored = async (text: string): Promise<{ hash: string; bytes: number }> => {
      const content = `%PDF-1.7\n% ${text}\n`;
      const { hash, bytes } = await this.app
        .get(Files)
        .put(Readable.from([Buffer.from(content)]), { maxBytes: 10_000 });
      await this.insert('blob', { hash, bytes, media_type: 'application/pdf', created_at: now });
      return { hash, bytes };
    };
    const original = await stored(`${word} by ${token.pdfMetadata} ${slot}`);
    const clean = await stored(`${word} ${slot}`);
    await this.insert('submission_file', {
      ...{ id, submission_id: paper.id, slot, blob_hash: original.hash, clean_hash: clean.hash },
      ...{
        original_name: `${token.fileName}.pdf`,
        media_type: 'application/pdf',
        bytes: original.bytes,
        state: 'clean',
      },
      ...{ uploaded_by: this.person('author').id, uploaded_at: now },
    });
    return id;
  }

  private async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const columns = Object.keys(row);
    await this.app.database.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
  }
}
