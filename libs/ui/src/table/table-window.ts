import { DOCUMENT, DestroyRef, Injectable, afterNextRender, inject, signal } from '@angular/core';

/** Rows drawn above and below the visible ones, so that fast scrolling shows no gap. */
const margin = 12;

/**
 * Which rows of a long table are in view. The page scrolls, not a box: heads stay in view by `position: sticky`, and the
 * rows outside are two spacers. All rows have one height, which is measured, so that spacers are exact.
 */
@Injectable()
export class TableWindow {
  private readonly document = inject(DOCUMENT);
  private body: HTMLElement | null = null;
  private readonly visible = signal({ first: 0, last: 40 });
  private readonly height = signal(36);
  readonly range = this.visible.asReadonly();
  readonly rowHeight = this.height.asReadonly();

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

  /** Brings a row into view, away from the sticky head and the bar below. */
  reveal(index: number): void {
    const view = this.document.defaultView;
    if (!view || !this.body) return;
    const top = this.body.getBoundingClientRect().top + index * this.height();
    const height = this.height();
    if (top < 96) view.scrollBy(0, top - 96);
    else if (top + height > view.innerHeight - 96) view.scrollBy(0, top + height - view.innerHeight + 96);
  }

  private measure(): void {
    const view = this.document.defaultView;
    if (!view || !this.body) return;
    const row = this.body.querySelector<HTMLElement>('tr[data-row]');
    const height = row?.getBoundingClientRect().height ?? 0;
    if (height > 0 && Math.abs(height - this.height()) > 0.5) this.height.set(height);
    const above = -this.body.getBoundingClientRect().top;
    const first = Math.max(0, Math.floor(above / this.height()) - margin);
    const last = first + Math.ceil(view.innerHeight / this.height()) + 2 * margin;
    const before = this.visible();
    if (first !== before.first || last !== before.last) this.visible.set({ first, last });
  }
}
