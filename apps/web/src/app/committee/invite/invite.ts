import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CommitteeProblem, OfficeRole, PastedPerson, ResponseOf, committeeApi } from '@convoke/contract';
import { Field, Icon, Input, Loading, PageHead, ProblemPanel, TextPipe, Texts, Toasts } from '@convoke/ui';
import { CommitteeApi } from '../committee.api';

type Preview = ResponseOf<typeof committeeApi.preview>;

/** Inviting people to an office: a list, then who of it gets a letter and what it says, then the letters leave. */
@Component({
  selector: 'cv-invite',
  imports: [Field, Icon, Input, Loading, PageHead, ProblemPanel, RouterLink, TextPipe],
  templateUrl: './invite.html',
  styleUrl: './invite.css',
})
export class Invite {
  private readonly api = inject(CommitteeApi);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  readonly call = input.required<string>();
  protected readonly committee = this.api.committee(() => this.call());
  protected readonly invites = computed(() => (this.committee.hasValue() ? this.committee.value().invites : undefined));

  /** The tracks of a special issue are its own business: people serve the whole of it. */
  private readonly isIssue = computed(
    () => this.committee.hasValue() && this.committee.value().kind === 'special_issue',
  );

  protected readonly role = linkedSignal<OfficeRole>(() => this.invites()?.roles[0] ?? 'reviewer');
  /** Which tracks can be meant: one for a co-chair, the whole call or one for a reviewer, none for other offices. */
  protected readonly tracks = computed(() => {
    const invites = this.invites();
    if (!invites || this.isIssue() || (this.role() !== 'reviewer' && this.role() !== 'track_chair')) return [];
    const whole = this.role() === 'reviewer' && invites.wholeCall;
    const first = whole ? [{ id: '', name: this.texts.t('committee.wholeCall') }] : [];
    return [...first, ...invites.tracks];
  });
  protected readonly track = linkedSignal<string>(() => this.tracks()[0]?.id ?? '');
  protected readonly text = signal('');
  protected readonly note = signal('');
  protected readonly fileError = signal<string | null>(null);
  protected readonly listError = signal<string | null>(null);

  protected readonly preview = signal<Preview | null>(null);
  private readonly left = signal<ReadonlySet<number>>(new Set());
  protected readonly good = computed(() => this.preview()?.rows.filter(({ problems }) => problems.length === 0) ?? []);
  protected readonly bad = computed(() => (this.preview()?.rows.length ?? 0) - this.good().length);
  protected readonly chosen = computed(() => this.good().filter(({ line }) => !this.left().has(line)));
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  /** One preview is sent once, however often the button is pressed. */
  private key = crypto.randomUUID();

  protected async readFile(file: File | undefined): Promise<void> {
    if (!file) return;
    const text = file.size > 300_000 ? '' : await file.text();
    const holds = text.trim() !== '' && !text.includes('\0');
    this.fileError.set(holds ? null : this.texts.t('committee.fileEmpty'));
    if (holds) this.text.set(text);
  }

  protected async check(): Promise<void> {
    const empty = this.text().trim() === '';
    this.listError.set(empty ? this.texts.t('committee.checkFirst') : null);
    if (empty) return;
    await this.attempt(async () => {
      const body = { ...this.office(), text: this.text(), note: this.note() };
      this.preview.set(await this.api.preview(this.call(), body));
      this.left.set(new Set());
      this.key = crypto.randomUUID();
    });
  }

  protected async send(): Promise<void> {
    if (this.chosen().length === 0) return;
    await this.attempt(async () => {
      const people = this.chosen().map(({ givenName, familyName, affiliation, address, topicIds }) => ({
        givenName,
        familyName,
        affiliation,
        address,
        topicIds,
      }));
      const body = { ...this.office(), note: this.note(), people };
      const { invited, skipped } = await this.api.invite(this.call(), body, this.key);
      const rest = skipped.length ? ` ${this.texts.t('committee.skipped', { list: skipped.join(', ') })}` : '';
      this.toasts.done(this.texts.t('committee.sent', { count: invited }) + rest);
      await this.router.navigate(['/c', this.call(), 'people']);
    });
  }

  protected toggle({ line }: PastedPerson): void {
    const left = new Set(this.left());
    if (!left.delete(line)) left.add(line);
    this.left.set(left);
  }

  protected isChosen({ line }: PastedPerson): boolean {
    return !this.left().has(line);
  }

  protected back(): void {
    this.preview.set(null);
  }

  protected roleWord(role: OfficeRole): string {
    return this.texts.t(`committee.role.${role}`);
  }

  protected problemWord(problem: CommitteeProblem): string {
    return this.texts.t(`committee.problem.${problem}`);
  }

  private office(): { role: OfficeRole; trackId: string | null } {
    return { role: this.role(), trackId: this.track() || null };
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
