import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { phases, type Phase, type RoundState } from '@convoke/domain';
import { matrixRoles, statesIn, type MatrixMode, type MatrixRole } from '@convoke/domain/testing';
import { Files } from '../../platform/files';
import type { GivenCall, GivenPerson, GivenSubmission } from '../given';
import { insertRow } from '../rows';
import type { TestApp } from '../test-app';
import { tokensOf, type Tokens } from './secrets';
import { Talk } from './talk';

/** One submission of the world: everything that could be known of it is there, whatever its phase. */
export interface ProofPaper extends GivenSubmission {
  readonly mode: MatrixMode;
  readonly phase: Phase;
  readonly call: GivenCall;
  readonly token: Tokens;
  /** Ids by which somebody could ask for what belongs to it. */
  readonly files: readonly string[];
  readonly letters: readonly string[];
  readonly assignments: readonly string[];
  /** The number it has or, of a draft, one that nobody has. */
  readonly asked: number;
}

const told: readonly Phase[] = ['notified', 'published', 'closed_rejected'];

/** Makes submissions of which everything that could be known is there. */
export class PaperMaker {
  private readonly talk: Talk;

  constructor(
    private readonly app: TestApp,
    private readonly person: (role: MatrixRole) => GivenPerson,
  ) {
    this.talk = new Talk(app, person);
  }

  async make(call: GivenCall, mode: MatrixMode, phase: Phase, order: number): Promise<ProofPaper> {
    const { given } = this.app;
    const token = tokensOf(mode, phase, order);
    const [state, round] = statesIn[phase];
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
      // of a draft, as of what came back to its authors
      round: (round ?? 'submitted') as Exclude<RoundState, 'published' | 'closed'>,
    });
    const files = await this.files(paper, token);
    const { rosa, assignments } = await this.reviewing(paper, token);
    await this.decide(paper, phase, mode.startsWith('si_'));
    await this.conflicts(paper, token);
    await this.insert('bid', {
      ...{ submission_id: paper.id, person_id: this.person('unassigned_pc').id, value: 1 },
      set_at: this.app.clock.now(),
    });
    await this.talk.about(paper, token);
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
    token: Tokens,
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
    const done = told.includes(phase) || (issue && phase === 'rebuttal');
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

  private async conflicts(paper: GivenSubmission, token: Tokens): Promise<void> {
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

  private async letters(paper: GivenSubmission, token: Tokens, zoe: GivenPerson, rosa: GivenPerson): Promise<string[]> {
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
    for (const role of matrixRoles)
      if (role !== 'anonymous_visitor') await letter(this.person(role), token.mailOwn, 'notice');
    return [await letter(zoe, token.mailToAuthors, 'receipt'), await letter(rosa, token.mailToReviewers, 'reminder')];
  }

  private async history(paper: GivenSubmission, token: Tokens): Promise<void> {
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

  private async files(paper: GivenSubmission, token: Tokens): Promise<string[]> {
    const files = [
      await this.file(paper, 'paper', token.pdf, token),
      await this.file(paper, 'supplement', token.supplement, token),
    ];
    if (paper.versionId)
      await this.app.database.query(`update submission_version set file_ids = $2 where id = $1`, [
        paper.versionId,
        files,
      ]);
    return files;
  }

  /** A file and its copy for readers; what came with it (its name, its metadata) is in the original alone. */
  private async file(paper: GivenSubmission, slot: string, word: string, token: Tokens): Promise<string> {
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

  private insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    return insertRow(this.app.database, table, row);
  }
}
