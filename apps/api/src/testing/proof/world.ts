import { randomUUID } from 'node:crypto';
import { phases, type VisibilitySettings } from '@convoke/domain';
import type { MatrixMode, MatrixRole } from '@convoke/domain/testing';
import type { GivenPerson } from '../given';
import { insertRow } from '../rows';
import type { TestApp } from '../test-app';
import type { Window } from './crawl';
import { PaperMaker, type ProofPaper } from './paper';

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
    const maker = new PaperMaker(this.app, (role) => this.person(role));
    for (const phase of phases) this.papers.push(await maker.make(call, mode, phase, this.papers.length));
  }

  private insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    return insertRow(this.app.database, table, row);
  }
}
