import { Component, DOCUMENT, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type AssignBoardPaper,
  type AssignmentView,
  candidateLanguage,
  type CandidateView,
  type CandidatesView,
  type Names,
} from '@convoke/contract';
import {
  candidateExamples,
  Confirm,
  Empty,
  Icon,
  Loading,
  PageHead,
  ProblemPanel,
  QueryBox,
  type Tab,
  Tabs,
  TextPipe,
  Texts,
  Toasts,
} from '@convoke/ui';
import { PaperQuery } from '../../records/paper-query/paper-query';
import { addressQuery } from '../../shell/address-query';
import { AssignmentsApi, type CandidateSort } from '../assignments.api';
import { CandidatesTable } from '../candidates/candidates-table';
import { LateReviews } from '../late-reviews/late-reviews';
import { LettersPreview } from '../letters-dialog/letters-dialog';
import { OutsideReviewerForm } from '../outside-reviewer/outside-reviewer';

/** The workbench: papers left, candidates for the chosen one right. Assigning tells nobody; telling shows its letters first. */
@Component({
  selector: 'cv-assign',
  imports: [
    CandidatesTable,
    Empty,
    Icon,
    LateReviews,
    Loading,
    OutsideReviewerForm,
    PageHead,
    PaperQuery,
    ProblemPanel,
    QueryBox,
    RouterLink,
    Tabs,
    TextPipe,
  ],
  templateUrl: './assign.html',
  styleUrl: './assign.css',
})
export class Assign {
  private readonly api = inject(AssignmentsApi);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  private readonly preview = inject(LettersPreview);
  private readonly router = inject(Router);

  readonly call = input.required<string>();
  /** Number of the chosen paper, in the address: `?paper=17`. */
  readonly paper = input<string>();
  readonly part = input<string>();
  /** What is asked of the papers, and of the candidates. */
  readonly query = input<string>();
  readonly people = input<string>();

  protected readonly board = this.api.board(this.call);
  protected readonly onlyOpen = signal(true);
  /** The papers that the query finds; null = all. */
  protected readonly found = signal<ReadonlySet<string> | null>(null);
  protected readonly asking = addressQuery(this.people, candidateLanguage, 'people');
  protected readonly language = candidateLanguage;
  protected readonly examples = candidateExamples;
  protected readonly names = computed((): Names => ({ topic: this.candidates()?.submission.topics ?? [] }));
  protected readonly sort = signal<CandidateSort>('match');
  protected readonly outside = signal(false);
  protected readonly busy = signal<string | null>(null);
  protected readonly problem = signal<unknown>(null);

  protected readonly view = computed(() => (this.board.hasValue() ? this.board.value() : undefined));
  protected readonly papers = computed(() => this.view()?.papers ?? []);
  protected readonly shown = computed(() => {
    const [chosen, found] = [Number(this.paper()), this.found()];
    return this.papers().filter(
      (one) => (!this.onlyOpen() || isShort(one) || one.number === chosen) && (found?.has(one.id) ?? true),
    );
  });
  protected readonly full = computed(() => this.papers().filter((one) => !isShort(one)).length);
  protected readonly need = computed(() => this.papers()[0]?.need ?? 0);
  protected readonly chosen = computed(() => this.papers().find((one) => one.number === Number(this.paper())));
  protected readonly tabs = computed<readonly Tab[]>(() => {
    const late = this.part() === 'late';
    const assign: Tab = { label: this.texts.t('assign.tabAssign'), link: [], query: {}, current: !late };
    const lateTab: Tab = {
      label: this.texts.t('assign.tabLate'),
      link: [],
      query: { part: 'late' },
      count: this.view()?.late.length ?? 0,
      current: late,
    };
    return [assign, lateTab];
  });

  protected readonly loaded = this.api.candidates(
    () => this.chosen()?.id,
    () => ({ query: this.asking.good()?.text ?? '', sort: this.sort() }),
  );
  /** What stands on the right: the last answer for this paper, also while a new order or a new answer is on its way. */
  protected readonly candidates = linkedSignal<
    { answer: CandidatesView | undefined; id: string | undefined },
    CandidatesView | undefined
  >({
    source: () => ({ answer: this.loaded.hasValue() ? this.loaded.value() : undefined, id: this.chosen()?.id }),
    computation: ({ answer, id }, before) => {
      if (answer && answer.submission.id === id) return answer;
      return before?.value?.submission.id === id ? before?.value : undefined;
    },
  });

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    // Where both sides fit, the right one does not begin empty. Once: who then closes the paper meant it.
    const begin = effect(() => {
      if (!this.board.hasValue()) return;
      const first = this.shown()[0];
      const isWide = view?.matchMedia?.('(min-width: 80rem)').matches ?? false;
      if (isWide && first && this.paper() === undefined && this.part() === undefined) void this.begin(first);
      begin.destroy();
    });
  }

  protected stateOf(one: AssignmentView): string {
    if (one.state === 'accepted' && one.review === 'draft') return this.texts.t('assignments.state.draft');
    return this.texts.t(`assignments.state.${one.state}`);
  }

  protected isLive(one: AssignmentView): boolean {
    return ['proposed', 'invited', 'accepted'].includes(one.state);
  }

  protected async assign(candidate: CandidateView): Promise<void> {
    const paper = this.chosen();
    if (!paper || this.busy()) return;
    await this.carryOut(candidate.personId, async () => {
      this.show(await this.api.assign(paper.id, candidate.personId));
      const own = this.candidates()?.assigned.find((one) => one.personId === candidate.personId);
      const words = this.texts.t('assign.assigned', { name: candidate.name, number: paper.number });
      this.toasts.done(words, own ? () => void this.takeOff(own, paper.number) : undefined);
    });
  }

  protected outsideAdded(view: CandidatesView): void {
    this.outside.set(false);
    this.show(view);
  }

  protected async unassign(one: AssignmentView): Promise<void> {
    const number = this.chosen()?.number ?? 0;
    if (one.state !== 'proposed') {
      const agreed = await this.confirm.ask({
        title: this.texts.t('assign.unassignTitle', { name: one.name, number }),
        text: this.texts.t('assign.unassignText', { name: one.name }),
        action: this.texts.t('assign.unassignOf', { name: one.name }),
      });
      if (!agreed) return;
    }
    await this.takeOff(one, number);
  }

  protected async tell(): Promise<void> {
    await this.carryOut('tell', async () => {
      const { assignmentIds, letters } = await this.api.untold(this.call());
      if (assignmentIds.length === 0) {
        this.toasts.done(this.texts.t('assign.toldNone'));
        return;
      }
      const send = await this.preview.ask({
        title: this.texts.t('assign.tellTitle', { people: this.view()?.untoldPeople ?? letters.length }),
        lead: this.texts.t('assign.tellLead', { letters: letters.length }),
        action: this.texts.t('assign.tellNow', { letters: letters.length }),
        letters,
      });
      if (!send) return;
      const told = await this.api.tell(this.call(), assignmentIds);
      this.toasts.done(this.texts.t('assign.told', { letters: told.letters }));
      this.refresh();
    });
  }

  protected refresh(): void {
    this.board.reload();
    if (this.chosen()) this.loaded.reload();
  }

  protected async choose(paper: AssignBoardPaper | null): Promise<void> {
    this.outside.set(false);
    this.problem.set(null);
    const queryParams = { paper: paper?.number ?? null, people: null };
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  /** In the place of the address without a paper, so that Back leads out of the page. */
  private async begin(paper: AssignBoardPaper): Promise<void> {
    const queryParams = { paper: paper.number };
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private async takeOff(one: AssignmentView, number: number): Promise<void> {
    await this.carryOut(one.personId, async () => {
      this.show(await this.api.unassign(one.id));
      this.toasts.done(this.texts.t('assign.removed', { name: one.name, number }));
    });
  }

  private show(view: CandidatesView): void {
    // The answer of a write comes in the usual order; a search or another order is asked for again.
    if (this.asking.narrows() || this.sort() !== 'match') this.loaded.reload();
    if (this.chosen()?.id === view.submission.id) this.candidates.set(view);
    this.board.reload();
  }

  private async carryOut(who: string, work: () => Promise<void>): Promise<void> {
    this.busy.set(who);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(null);
    }
  }
}

function isShort(paper: AssignBoardPaper): boolean {
  return paper.open && paper.have < paper.need;
}
