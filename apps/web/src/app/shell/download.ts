import { HttpClient, HttpEventType, type HttpResponse } from '@angular/common/http';
import { DOCUMENT, Injectable, type Signal, inject, signal } from '@angular/core';
import type { Subscription } from 'rxjs';

/** A file on its way here. What breaks off on the way is no file. */
export interface Download {
  readonly loaded: Signal<number>;
  /** Bytes in all, once the server has said so. */
  readonly total: Signal<number | null>;
  /** Resolves when the browser has the file; rejects with a ProblemError, or an AbortError when it was cancelled. */
  readonly finished: Promise<void>;
  abort(): void;
}

/** Fetches files that take their time to be written, so that a page can say how far they are and why there is none. */
@Injectable({ providedIn: 'root' })
export class Downloads {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);

  /** Begins at once, and hands the file to the browser under the name that the server gave it. */
  start(url: string): Download {
    const loaded = signal(0);
    const total = signal<number | null>(null);
    let running: Subscription | undefined;
    let abort = (): void => undefined;
    const finished = new Promise<void>((resolve, reject) => {
      abort = () => {
        running?.unsubscribe();
        reject(new DOMException('Download cancelled', 'AbortError'));
      };
      running = this.http.get(url, { observe: 'events', reportProgress: true, responseType: 'blob' }).subscribe({
        next: (event) => {
          if (event.type === HttpEventType.DownloadProgress) {
            loaded.set(event.loaded);
            total.set(event.total ?? null);
          }
          if (event.type === HttpEventType.Response) {
            this.keep(event);
            resolve();
          }
        },
        error: reject,
      });
    });
    finished.catch(() => undefined);
    return { loaded, total, finished, abort: () => abort() };
  }

  /** Leaves a large file to the browser, which shows its progress itself. */
  leaveToBrowser(url: string): void {
    this.click(url, '');
  }

  private keep({ body, headers }: HttpResponse<Blob>): void {
    if (!body) return;
    const name = /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '')?.[1] ?? 'download';
    const url = URL.createObjectURL(body);
    this.click(url, name);
    // the browser reads it after the click
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  private click(href: string, download: string): void {
    const link = this.document.createElement('a');
    Object.assign(link, { href, download });
    link.click();
  }
}
