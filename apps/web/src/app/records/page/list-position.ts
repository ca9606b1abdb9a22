import { Component, DOCUMENT, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TypedRecordQuery } from '@convoke/contract';
import { Icon, TextPipe, Texts } from '@convoke/ui';
import { viewOf } from '../list-query';
import { RecordsApi } from '../records.api';

/** Where one is in the list one came from; `[` and `]` lead to the previous and the next. */
@Component({
  selector: 'cv-list-position',
  imports: [Icon, RouterLink, TextPipe],
  template: `
    <nav [attr.aria-label]="'record.crumb' | text">
      <a [routerLink]="['/c', call(), 's']" [queryParams]="back()" [state]="{ back: true }">{{
        'record.back' | text
      }}</a>
      <span>{{ viewWords() }}</span>
      @if (found(); as found) {
        <span class="turn">
          @if (found.previous; as previous) {
            <a class="cv-tool" rel="prev" [routerLink]="['/c', call(), 's', previous]" queryParamsHandling="preserve"
              ><cv-icon name="chevron-left" />{{ 'record.previous' | text }} <kbd>[</kbd></a
            >
          }
          @if (found.position !== null) {
            <b>{{ 'record.position' | text: { position: found.position, total: found.total } }}</b>
          }
          @if (found.next; as next) {
            <a class="cv-tool" rel="next" [routerLink]="['/c', call(), 's', next]" queryParamsHandling="preserve"
              >{{ 'record.next' | text }} <kbd>]</kbd><cv-icon name="chevron-right"
            /></a>
          }
        </span>
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s-2);
      align-items: center;
      min-height: 2rem;
      margin-bottom: var(--s-2);
      color: var(--c-ink-2);
      font: var(--t-13) var(--font-ui);
    }
    .turn {
      display: flex;
      align-items: center;
      margin-left: auto;
      font-variant-numeric: tabular-nums;
    }
    b {
      padding: 0 var(--s-2);
      font-weight: 600;
      color: var(--c-ink);
    }
    kbd {
      padding: 0 0.25rem;
      border: 1px solid var(--c-line);
      border-radius: var(--r-1);
      font: var(--t-12) var(--font-ui);
    }
    @media (max-width: 45rem) {
      kbd {
        display: none;
      }
      .turn {
        margin-left: 0;
        flex-basis: 100%;
        justify-content: space-between;
      }
    }
  `,
  host: { '(document:keydown)': 'onKey($event)' },
})
export class ListPosition {
  private readonly texts = inject(Texts);
  private readonly document = inject(DOCUMENT);
  readonly call = input.required<string>();
  readonly number = input.required<number>();
  readonly list = input.required<TypedRecordQuery>();
  readonly view = input<string>();
  readonly query = input<string>();
  readonly to = output<number>();

  private readonly neighbours = inject(RecordsApi).neighbours(this.call, this.number, this.list);
  protected readonly found = computed(() => (this.neighbours.hasValue() ? this.neighbours.value() : undefined));
  protected readonly back = computed(() => ({
    view: viewOf(this.view()) === 'all' ? null : (this.view() ?? null),
    query: this.query() ?? null,
  }));
  protected readonly viewWords = computed(() => this.texts.t(`record.view.${viewOf(this.view())}`));

  protected onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]')) return;
    if (this.document.querySelector('.cdk-overlay-backdrop')) return;
    const number = event.key === '[' ? this.found()?.previous : event.key === ']' ? this.found()?.next : null;
    if (number) this.to.emit(number);
  }
}
