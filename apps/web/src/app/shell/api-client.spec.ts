import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { accountsApi, homeApi } from '@convoke/contract';
import { ProblemError, problemOf } from '@convoke/ui';
import { Api } from './api-client';
import { apiUrl } from './api-url';
import { problemErrors } from './problem-errors';

const id = '00000000-0000-4000-8000-000000000001';

function client(): { api: Api; http: HttpTestingController } {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([problemErrors])), provideHttpClientTesting()],
  });
  return { api: TestBed.inject(Api), http: TestBed.inject(HttpTestingController) };
}

describe('calling the API by its contract', () => {
  it('puts parameters and query into the address, escaped, without what is undefined', () => {
    expect(apiUrl(accountsApi.revokeSession, { params: { id } })).toBe(`/api/me/sessions/${id}`);
    expect(apiUrl(homeApi.next, { query: { call: 'a b&c' } })).toBe('/api/me/next?call=a+b%26c');
    expect(apiUrl(homeApi.next, { query: { call: undefined } })).toBe('/api/me/next');
  });

  it('hands on only what the contract names', async () => {
    const { api, http } = client();
    const answer = api.call(homeApi.next);
    http.expectOne('/api/me/next').flush({ tasks: [], waiting: [], stands: null, secret: 'x' });
    await expect(answer).resolves.toEqual({ tasks: [], waiting: [], stands: null });
  });

  it('sends a fresh idempotency key with each create, and the form’s own when it has one', () => {
    const { api, http } = client();
    void api.call(accountsApi.addAddress, { body: { address: 'ada@example.org' } });
    void api.call(accountsApi.addAddress, { body: { address: 'ada@example.org' } });
    void api.call(accountsApi.addAddress, { body: { address: 'ada@example.org' }, idempotencyKey: 'form-1' });
    const keys = http.match('/api/me/addresses').map((sent) => sent.request.headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('form-1');
  });

  it('throws the problem of the server, and a plain one when no answer came', async () => {
    const { api, http } = client();
    const refused = api.call(accountsApi.revokeSession, { params: { id } });
    const problem = {
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      detail: 'There is nothing here.',
      code: 'not_found',
    };
    http.expectOne(`/api/me/sessions/${id}`).flush(problem, { status: 404, statusText: 'Not Found' });
    const thrown: unknown = await refused.catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ProblemError);
    expect(problemOf(thrown)).toEqual(problem);

    const lost = api.call(accountsApi.sessions);
    http.expectOne('/api/me/sessions').error(new ProgressEvent('error'));
    expect(problemOf(await lost.catch((error: unknown) => error)).code).toBe('offline');
  });
});
