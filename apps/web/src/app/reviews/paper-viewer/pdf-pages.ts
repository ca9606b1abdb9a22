import {
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  type OnDestroy,
  afterRenderEffect,
  effect,
  inject,
  input,
  output,
  signal,
  viewChildren,
} from '@angular/core';
import { TextPipe } from '@convoke/ui';
import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';

interface Sheet {
  readonly number: number;
  readonly page: PDFPageProxy;
}

/** The pages of a PDF, drawn when they come near the window, with their text above for selection and screen readers. */
@Component({
  selector: 'cv-pdf-pages',
  imports: [TextPipe],
  template: `
    @if (sheets() === null) {
      <p class="loading" role="status">{{ 'reviews.pdf.loading' | text }}</p>
    }
    @for (sheet of sheets(); track sheet.number) {
      <div #sheet class="sheet" [attr.data-page]="sheet.number">
        <canvas aria-hidden="true"></canvas>
        <div
          class="text"
          role="group"
          [attr.aria-label]="'reviews.pdf.page' | text: { page: sheet.number, pages: sheets()?.length ?? 0 }"
        ></div>
      </div>
    }
  `,
  styleUrl: './pdf-pages.css',
})
export class PdfPages implements OnDestroy {
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly url = input.required<string>();
  readonly zoom = input.required<number>();
  readonly counted = output<number>();
  readonly reached = output<number>();
  readonly failed = output<void>();

  protected readonly sheets = signal<readonly Sheet[] | null>(null);
  private readonly elements = viewChildren<ElementRef<HTMLElement>>('sheet');
  /** How wide a page may be; 0 while the tab it is in is hidden. */
  private readonly room = signal(0);
  private pdf: PDFDocumentProxy | null = null;
  private library: typeof import('pdfjs-dist') | null = null;
  private watcher: IntersectionObserver | null = null;
  private readonly drawn = new Map<number, { scale: number; task: RenderTask | null }>();

  constructor() {
    effect(() => void this.open(this.url()));
    afterRenderEffect(() => this.layOut(this.elements(), this.zoom(), this.room()));
    const resized = new ResizeObserver(([entry]) => this.room.set(Math.floor((entry?.contentRect.width ?? 0) - 1)));
    resized.observe(this.host.nativeElement);
    inject(DestroyRef).onDestroy(() => resized.disconnect());
  }

  ngOnDestroy(): void {
    this.watcher?.disconnect();
    void this.pdf?.loadingTask.destroy();
  }

  private async open(url: string): Promise<void> {
    try {
      this.sheets.set(null);
      this.drawn.clear();
      await this.pdf?.loadingTask.destroy();
      this.library ??= await import('pdfjs-dist');
      const at = (path: string) => new URL(`pdf/${path}`, this.document.baseURI).href;
      this.library.GlobalWorkerOptions.workerSrc = at('pdf.worker.min.mjs');
      this.pdf = await this.library.getDocument({
        url,
        cMapUrl: at('cmaps/'),
        standardFontDataUrl: at('standard_fonts/'),
        wasmUrl: at('wasm/'),
        useWasm: false,
        useSystemFonts: false,
        enableXfa: false,
      }).promise;
      const { pdf } = this;
      const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
      this.sheets.set(pages.map((page, index) => ({ number: index + 1, page })));
      this.counted.emit(pdf.numPages);
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortException') return;
      this.failed.emit();
    }
  }

  /** Gives each sheet its size at once, so that nothing jumps, and draws those near the window. */
  private layOut(elements: readonly ElementRef<HTMLElement>[], zoom: number, room: number): void {
    const sheets = this.sheets();
    if (!sheets || room <= 0 || elements.length !== sheets.length) return;
    this.watcher?.disconnect();
    this.watcher = new IntersectionObserver((entries) => this.onSeen(entries, room, zoom), {
      root: this.host.nativeElement.parentElement,
      rootMargin: '600px 0px',
    });
    elements.forEach(({ nativeElement }, index) => {
      const sheet = sheets[index];
      if (!sheet) return;
      const size = sheet.page.getViewport({ scale: scaleOf(sheet.page, room, zoom) });
      nativeElement.style.width = `${Math.floor(size.width)}px`;
      nativeElement.style.height = `${Math.floor(size.height)}px`;
      this.watcher?.observe(nativeElement);
    });
    this.host.nativeElement.parentElement?.addEventListener('scroll', this.onScroll, { passive: true });
  }

  private onSeen(entries: readonly IntersectionObserverEntry[], room: number, zoom: number): void {
    for (const entry of entries) {
      if (entry.isIntersecting) void this.draw(entry.target as HTMLElement, room, zoom);
    }
  }

  private readonly onScroll = (): void => {
    const box = this.host.nativeElement.parentElement?.getBoundingClientRect();
    if (!box) return;
    const middle = box.top + box.height / 3;
    const at = this.elements().findIndex(({ nativeElement }) => nativeElement.getBoundingClientRect().bottom > middle);
    if (at >= 0) this.reached.emit(at + 1);
  };

  private async draw(element: HTMLElement, room: number, zoom: number): Promise<void> {
    const number = Number(element.dataset['page']);
    const sheet = this.sheets()?.[number - 1];
    if (!sheet || !this.library) return;
    const scale = scaleOf(sheet.page, room, zoom);
    const before = this.drawn.get(number);
    if (before?.scale === scale) return;
    before?.task?.cancel();
    const density = this.document.defaultView?.devicePixelRatio ?? 1;
    const viewport = sheet.page.getViewport({ scale });
    const canvas = element.querySelector('canvas');
    if (!canvas) return;
    canvas.width = Math.floor(viewport.width * density);
    canvas.height = Math.floor(viewport.height * density);
    const task = sheet.page.render({
      canvas,
      viewport: sheet.page.getViewport({ scale: scale * density }),
    });
    this.drawn.set(number, { scale, task });
    await task.promise.catch(() => undefined);
    await this.writeText(element, sheet.page, viewport);
  }

  private async writeText(
    element: HTMLElement,
    page: PDFPageProxy,
    viewport: ReturnType<PDFPageProxy['getViewport']>,
  ): Promise<void> {
    const container = element.querySelector<HTMLElement>('.text');
    if (!container || !this.library) return;
    container.replaceChildren();
    container.style.setProperty('--total-scale-factor', String(viewport.scale));
    const layer = new this.library.TextLayer({ textContentSource: page.streamTextContent(), container, viewport });
    await layer.render().catch(() => undefined);
  }
}

/** At zoom 1 a page fills the room, up to a comfortable width. */
function scaleOf(page: PDFPageProxy, room: number, zoom: number): number {
  const { width } = page.getViewport({ scale: 1 });
  return (Math.max(200, Math.min(room, 820)) / width) * zoom;
}
