import { Component, computed, inject, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type FormStep, type MissingItem, type SubmittableStage, draftView, submissionsApi } from '@convoke/contract';
import { Icon, ProblemError, ProblemPanel, TextPipe, Texts } from '@convoke/ui';
import { Api } from '../../shell/api-client';
import { AnonymityHints } from '../anonymity-hints/anonymity-hints';
import { missingWords } from '../missing-words';
import { fieldWords } from './compare-dialog';
import { DraftEditor } from './draft-editor';
import { DraftUploads } from './draft-uploads';

/** Everything once more, what is missing with links, and the one button that freezes it. */
@Component({
  selector: 'cv-check-step',
  imports: [AnonymityHints, Icon, ProblemPanel, RouterLink, TextPipe],
  templateUrl: './check-step.html',
  styleUrl: './check-step.css',
})
export class CheckStep {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly editor = inject(DraftEditor);
  protected readonly uploads = inject(DraftUploads);
  readonly step = output<FormStep>();
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  /** One key per intent: pressing twice, or again after a lost answer, has one effect. */
  private key = crypto.randomUUID();

  protected readonly asks = computed(() => this.editor.form().asks);
  protected readonly missing = computed(() => this.editor.draft().missing.paper);
  protected readonly missingForAbstract = computed(() => this.editor.draft().missing.abstract);
  protected readonly abstractIsPossible = computed(() => {
    const { stage } = this.editor.draft();
    return this.asks() === 'paper' && this.missing().length > 0 && (stage === null || stage === 'abstract');
  });
  /** A form opened in time is still offered it: the server lets work that began before the date end within the grace. */
  protected readonly abstractDatePassed = computed(() => {
    const { dates, serverNow } = this.editor.form();
    return dates.abstract !== null && Date.parse(serverNow) >= Date.parse(dates.abstract.closesAt);
  });
  protected readonly authors = computed(() => fieldWords('authors', this.editor.fields().authors, this.editor.form()));
  protected readonly topics = computed(() => fieldWords('topicIds', this.editor.fields().topicIds, this.editor.form()));
  protected readonly conflicts = computed(() =>
    fieldWords('conflicts', this.editor.fields().conflicts, this.editor.form()),
  );
  protected readonly track = computed(() => fieldWords('trackId', this.editor.fields().trackId, this.editor.form()));
  protected readonly mainAction = computed(() => {
    const { stage } = this.editor.draft();
    if (this.asks() === 'revision') return 'submission.check.submitRevision' as const;
    return stage === null || stage === 'abstract'
      ? ('submission.check.submitPaper' as const)
      : ('submission.check.replacePaper' as const);
  });

  protected readonly lead = computed(() => {
    if (this.asks() === 'revision') return 'submission.check.leadRevision' as const;
    return this.editor.form().dates.paper
      ? ('submission.check.lead' as const)
      : ('submission.check.leadNoDate' as const);
  });
  /** Files that were part of the version the reviewers have read already. */
  protected readonly unchanged = computed(() => {
    const sent = this.editor.form().sentFiles;
    return this.asks() === 'revision' && this.editor.draft().files.every((file) => sent.includes(file.id));
  });

  protected words(item: MissingItem): string {
    return missingWords(item, this.texts);
  }

  protected declare(originalWork: boolean): void {
    this.editor.set('declarations', { ...this.editor.fields().declarations, originalWork });
  }

  protected async submit(stage: SubmittableStage, blocked: boolean): Promise<void> {
    if (blocked || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      if (await this.editor.flush()) await this.send(stage);
    } catch (error) {
      this.refused(error);
    } finally {
      this.busy.set(false);
    }
  }

  private async send(stage: SubmittableStage): Promise<void> {
    const { id, version } = this.editor.draft();
    const { call, opened } = this.editor.form();
    await this.api.call(submissionsApi.submit, {
      params: { id },
      body: { stage, version, opened },
      idempotencyKey: this.key,
    });
    await this.router.navigate(['/c', call.slug, 'd', id, 'receipt']);
  }

  private refused(error: unknown): void {
    this.key = crypto.randomUUID();
    this.problem.set(error);
    const theirs = error instanceof ProblemError ? draftView.safeParse(error.problem.facts?.['current']) : null;
    // Somebody else saved in between: show what would now be submitted, and let the person look before trying again.
    if (theirs?.success) this.editor.adopt(theirs.data);
  }
}
