import { HttpClient, type HttpHeaders, type HttpResourceRef, HttpResponse, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CallOf, Endpoint, ResponseOf } from '@convoke/contract';
import { filter, firstValueFrom, map } from 'rxjs';
import { apiUrl } from './api-url';
import { type Upload, startUpload } from './upload';

export type ApiInput<E extends Endpoint> = CallOf<E> & {
  /** For creates: the same key twice has one effect. Made afresh for each call unless a form keeps its own. */
  idempotencyKey?: string;
};

/** Data a page shows: `value()` only after `hasValue()`, `error()` is a ProblemError, `reload()` asks again. */
export type ApiResource<T> = HttpResourceRef<T | undefined>;

/**
 * Calls the API by the endpoint definitions of the contract. Answers are parsed by their schema; every failure is
 * thrown as a `ProblemError` (see `problemErrors`), and a 401 leads to the sign-in page and back.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  /** One call; resolves with the parsed answer or rejects with a ProblemError. */
  call<E extends Endpoint>(endpoint: E, input: ApiInput<E> = {}): Promise<ResponseOf<E>> {
    const request = this.http.request(endpoint.method, apiUrl(endpoint, input), {
      body: bodyOf(endpoint, input),
      headers: headersOf(endpoint, input),
      observe: 'response',
      responseType: 'json',
    });
    return firstValueFrom(
      request.pipe(
        filter((event) => event instanceof HttpResponse),
        map((response) => parse(endpoint, response.body)),
      ),
    );
  }

  /**
   * Data that follows its inputs: asked again whenever a signal read in `input` changes, never when it returns
   * `undefined`. Call it in a field initialiser.
   */
  resource<E extends Endpoint>(endpoint: E, input: () => CallOf<E> | undefined): ApiResource<ResponseOf<E>> {
    return httpResource<ResponseOf<E>>(
      () => {
        const wanted = input();
        return wanted === undefined ? undefined : { url: apiUrl(endpoint, wanted), method: endpoint.method };
      },
      { parse: (raw) => parse(endpoint, raw) },
    );
  }

  /** Streams one file as multipart; progress, cancel and retry are signals and methods of the result. */
  upload<E extends Endpoint>(endpoint: E, file: File, input: CallOf<E> = {}): Upload<ResponseOf<E>> {
    return startUpload(this.http, endpoint.method, apiUrl(endpoint, input), file, (raw) => parse(endpoint, raw));
  }
}

function bodyOf<E extends Endpoint>(endpoint: E, input: CallOf<E>): unknown {
  return endpoint.method === 'GET' ? undefined : (input.body ?? {});
}

function headersOf<E extends Endpoint>(endpoint: E, input: ApiInput<E>): Record<string, string> | HttpHeaders {
  return endpoint.idempotent ? { 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() } : {};
}

function parse<E extends Endpoint>(endpoint: E, raw: unknown): ResponseOf<E> {
  return endpoint.response.parse(endpoint.status === 204 ? undefined : raw) as ResponseOf<E>;
}
