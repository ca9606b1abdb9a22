import { Component, computed, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, TextPipe } from '@convoke/ui';
import { CurrentCall } from '../current-call';
import { Me } from '../me';
import { Waiting } from '../waiting';
import { isCurrent, railSections } from './rail-sections';

/** The navigation at the left: what is mine, then what my roles in this call let me work on. */
@Component({
  selector: 'cv-rail',
  imports: [Icon, RouterLink, TextPipe],
  template: `
    <nav [attr.aria-label]="me.call()?.name ?? ('shell.main' | text)">
      @for (section of sections(); track $index) {
        @if (section.heading; as heading) {
          <h2 [attr.title]="heading.text | text: heading.params">{{ heading.text | text: heading.params }}</h2>
        }
        @for (entry of section.entries; track entry.link) {
          <a
            [routerLink]="entry.link"
            [attr.aria-current]="isCurrent(entry, path()) ? 'page' : null"
            (click)="followed.emit()"
          >
            <cv-icon [name]="entry.icon" /><span>{{ entry.text | text }}</span>
            @if (waiting.at(entry.link); as count) {
              <span class="count">{{ count }}</span>
            }
          </a>
        }
      }
    </nav>
  `,
  styles: `
    h2 {
      padding: var(--s-4) var(--s-2) var(--s-1);
      font: 500 var(--t-12) var(--font-ui);
      color: var(--c-ink-3);
    }
    /* A track may be named at length. Space below stands outside the box: inside it the third line would show. */
    nav > h2 {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      padding-bottom: 0;
      margin-bottom: var(--s-1);
      overflow: hidden;
      text-wrap: wrap;
    }
    a {
      display: flex;
      align-items: center;
      gap: var(--s-2);
      min-height: 2rem;
      padding: 0 var(--s-2);
      border-radius: var(--r-1);
      color: var(--c-ink-2);
      text-decoration: none;
    }
    a:hover {
      background: var(--c-sunken);
      color: var(--c-ink);
    }
    a[aria-current] {
      background: var(--c-accent-soft);
      color: var(--c-on-accent-soft);
      font-weight: 600;
    }
    .count {
      margin-left: auto;
      font: 400 var(--t-12) var(--font-ui);
      font-variant-numeric: tabular-nums;
      color: var(--c-ink-3);
    }
    a[aria-current] .count {
      color: inherit;
    }
    @media (forced-colors: active) {
      a[aria-current] {
        outline: 1px solid;
        outline-offset: -1px;
      }
    }
    @media (max-width: 45rem) {
      a {
        min-height: 2.75rem;
      }
    }
  `,
})
export class Rail {
  protected readonly me = inject(Me);
  protected readonly waiting = inject(Waiting);
  protected readonly path = inject(CurrentCall).path;
  protected readonly isCurrent = isCurrent;
  /** A link was followed: the phone's menu closes. */
  readonly followed = output<void>();
  protected readonly sections = computed(() => railSections(this.me.calls(), this.me.call()));
}
