import { Injectable, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { type TaskKind, homeApi } from '@convoke/contract';
import { filter } from 'rxjs';
import { Api } from './api-client';

/** Counts in the navigation may be this old; moving on after that asks again. */
const freshFor = 20_000;

const ofAuthors: readonly TaskKind[] = [
  'finish_draft',
  'submit_draft',
  'upload_paper',
  'revise_paper',
  'read_decision',
];
const ofReviewers: readonly TaskKind[] = ['answer_invitation', 'write_review', 'finish_review'];

/** What waits for the person, over all calls and roles: the list of “What is next”, and the counts of the navigation. */
@Injectable({ providedIn: 'root' })
export class Waiting {
  private asked = Date.now();
  readonly next = inject(Api).resource(homeApi.next, () => ({}));
  private readonly tasks = computed(() => (this.next.hasValue() ? this.next.value().tasks : []));
  readonly count = computed(() => this.tasks().length);
  private readonly counts = computed(() => {
    const counts = new Map<string, number>();
    const add = (link: string, count: number) => counts.set(link, (counts.get(link) ?? 0) + count);
    for (const { kind, callSlug, facts } of this.tasks()) {
      const count = typeof facts['count'] === 'number' ? facts['count'] : 1;
      if (ofAuthors.includes(kind)) add('/submissions', 1);
      if (ofReviewers.includes(kind)) add('/reviews', 1);
      if (kind === 'assign_reviewers') add(`/c/${callSlug}/assign`, count);
      if (kind === 'decide' || kind === 'recommend') add(`/c/${callSlug}/decide`, count);
    }
    return counts;
  });

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.refresh(freshFor));
  }

  /** How much waits on the page of that link; 0 when nothing does or nobody counts it. */
  at(link: string): number {
    return link === '/' ? this.count() : (this.counts().get(link) ?? 0);
  }

  /** Asks again, unless the last answer is younger than that many milliseconds. What is shown stays until then. */
  refresh(olderThan = 0): void {
    if (this.next.isLoading() || Date.now() - this.asked < olderThan) return;
    this.asked = Date.now();
    this.next.reload();
  }
}
