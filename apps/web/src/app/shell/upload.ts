import { type HttpClient, HttpEventType } from '@angular/common/http';
import { type Signal, computed, signal } from '@angular/core';
import type { Problem } from '@convoke/contract';
import { problemOf } from '@convoke/ui';
import type { Subscription } from 'rxjs';

export type UploadState = 'running' | 'checking' | 'done' | 'failed' | 'aborted';

/** A file on its way. `checking` = all bytes are sent and the server looks at them. */
export interface Upload<T> {
  readonly file: File;
  readonly state: Signal<UploadState>;
  readonly loaded: Signal<number>;
  readonly percent: Signal<number>;
  /** Whole seconds left by the speed so far; `null` until it can be said. */
  readonly secondsLeft: Signal<number | null>;
  readonly problem: Signal<Problem | null>;
  readonly result: Signal<T | null>;
  /** Resolves with the answer; rejects when it failed or was cancelled. */
  readonly finished: Promise<T>;
  abort(): void;
  /** Sends the same file again from the start. */
  retry(): Promise<T>;
}

class RunningUpload<T> implements Upload<T> {
  private readonly current = signal<UploadState>('running');
  private readonly sent = signal(0);
  private readonly failure = signal<Problem | null>(null);
  private readonly answer = signal<T | null>(null);
  private readonly startedAt = signal(performance.now());
  private subscription: Subscription | null = null;
  private reject: (reason: unknown) => void = () => undefined;

  readonly state = this.current.asReadonly();
  readonly loaded = this.sent.asReadonly();
  readonly problem = this.failure.asReadonly();
  readonly result = this.answer.asReadonly();
  readonly percent = computed(() =>
    this.file.size ? Math.min(100, Math.round((100 * this.sent()) / this.file.size)) : 0,
  );
  readonly secondsLeft = computed(() => {
    const seconds = (performance.now() - this.startedAt()) / 1000;
    return this.sent() > 0 && seconds > 1 ? Math.ceil(((this.file.size - this.sent()) * seconds) / this.sent()) : null;
  });
  finished: Promise<T>;

  constructor(
    readonly file: File,
    private readonly send: () => ReturnType<typeof sendFile>,
    private readonly parse: (raw: unknown) => T,
  ) {
    this.finished = this.start();
  }

  abort(): void {
    this.subscription?.unsubscribe();
    if (this.current() === 'done') return;
    this.current.set('aborted');
    this.reject(new DOMException('Upload cancelled', 'AbortError'));
  }

  retry(): Promise<T> {
    this.abort();
    return (this.finished = this.start());
  }

  private start(): Promise<T> {
    this.current.set('running');
    this.sent.set(0);
    this.failure.set(null);
    this.startedAt.set(performance.now());
    const finished = new Promise<T>((resolve, reject) => {
      this.reject = reject;
      this.subscription = this.send().subscribe({
        next: (event) => {
          if (event.type === HttpEventType.UploadProgress) this.progress(event.loaded, event.total);
          if (event.type === HttpEventType.Response) resolve(this.finish(this.parse(event.body)));
        },
        error: (error: unknown) => {
          this.failure.set(problemOf(error));
          this.current.set('failed');
          reject(error);
        },
      });
    });
    // Whoever only watches the signals must not get an unhandled rejection.
    finished.catch(() => undefined);
    return finished;
  }

  private progress(loaded: number, total: number | undefined): void {
    this.sent.set(Math.min(loaded, this.file.size));
    if (total !== undefined && loaded >= total) this.current.set('checking');
  }

  private finish(result: T): T {
    this.sent.set(this.file.size);
    this.answer.set(result);
    this.current.set('done');
    return result;
  }
}

function sendFile(http: HttpClient, method: string, url: string, file: File) {
  const body = new FormData();
  body.append('file', file, file.name);
  return http.request<unknown>(method, url, { body, observe: 'events', reportProgress: true, responseType: 'json' });
}

/** Starts sending at once; see `Upload`. */
export function startUpload<T>(
  http: HttpClient,
  method: string,
  url: string,
  file: File,
  parse: (raw: unknown) => T,
): Upload<T> {
  return new RunningUpload(file, () => sendFile(http, method, url, file), parse);
}
