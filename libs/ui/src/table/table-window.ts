import { DOCUMENT, DestroyRef, Injectable, afterNextRender, inject, signal } from '@angular/core';

/** Rows drawn above and below the visible ones, so that fast scrolling shows no gap. */
const margin = 12;
/** The drawn rows change by so many at a time: less often than the page scrolls. */
const step = 6;
/** What stands over the rows: the bar of the page and the head of the table; as much is kept free below. */
const covered = 96;

/**
 * Which rows of a long table are in view. The page scrolls, not a box: heads stay in view by `position: sticky`, and the
 * rows outside are two spacers. All rows have one height, which is measured, so that spacers are exact.
 */
@Injectable()
export class TableWindow {
  private readonly document = inject(DOCUMENT);
  private body: HTMLElement | null = null;
  private readonly drawn = signal({ first: 0, last: 40 });
  private readonly height = signal(36);
  readonly range = this.drawn.asReadonly();
  readonly rowHeight = this.height.asReadonly();
  /** The first row that is not covered, as last measured. */
  top = 0;

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const view = this.document.defaultView;
      if (!view) return;
      let frame = 0;
      const onMove = () => {
        view.cancelAnimationFrame(frame);
        frame = view.requestAnimationFrame(() => this.measure());
      };
      view.addEventListener('scroll', onMove, { passive: true });
      view.addEventListener('resize', onMove, { passive: true });
      destroyed.onDestroy(() => {
        view.cancelAnimationFrame(frame);
        view.removeEventListener('scroll', onMove);
        view.removeEventListener('resize', onMove);
      });
    });
  }

  /** The `<tbody>` to watch; called after each render that may have changed it. */
  watch(body: HTMLElement): void {
    this.body = body;
    this.measure();
  }

  /** The rows that can be seen whole; none before there are any. */
  visible(): { first: number; last: number } {
    const view = this.document.defaultView;
    if (!view || !this.body) return { first: 0, last: -1 };
    const top = this.body.getBoundingClientRect().top;
    // the cells are sticky, the head itself is not
    const head = this.body.previousElementSibling?.querySelector('th')?.getBoundingClientRect().bottom ?? 0;
    const first = Math.max(0, Math.ceil((head - top) / this.height()));
    return { first, last: Math.floor((view.innerHeight - covered - top) / this.height()) - 1 };
  }

  /** Brings a row into view, away from the sticky head and the bar below. */
  reveal(index: number): void {
    const view = this.document.defaultView;
    if (!view || !this.body) return;
    const top = this.body.getBoundingClientRect().top + index * this.height();
    const height = this.height();
    if (top < covered) view.scrollBy(0, top - covered);
    else if (top + height > view.innerHeight - covered) view.scrollBy(0, top + height - view.innerHeight + covered);
  }

  /** Puts a row at the top of the window, below what covers it. */
  putOnTop(index: number): void {
    const top = this.body?.getBoundingClientRect().top ?? 0;
    this.document.defaultView?.scrollBy(0, top + index * this.height() - covered);
  }

  private measure(): void {
    const view = this.document.defaultView;
    if (!view || !this.body) return;
    const row = this.body.querySelector<HTMLElement>('tr[data-row]');
    const height = row?.getBoundingClientRect().height ?? 0;
    if (height > 0 && Math.abs(height - this.height()) > 0.5) this.height.set(height);
    const above = Math.max(0, -this.body.getBoundingClientRect().top);
    const top = Math.floor(above / this.height() / step) * step;
    const first = Math.max(0, top - margin);
    const last = top + step + Math.ceil(view.innerHeight / this.height()) + margin;
    this.top = this.visible().first;
    const before = this.drawn();
    if (first !== before.first || last !== before.last) this.drawn.set({ first, last });
  }
}
