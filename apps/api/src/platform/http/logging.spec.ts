import { loggablePath, shortLine } from './logging';

describe('What a log line says of an address', () => {
  it.each([
    ['/app/c/itais-2016/s/12', '/app/c/itais-2016/s/12'],
    ['/api/submissions/7f0c3c1e-6a57-4f1e-9a53-0d8bb0f6a111', '/api/submissions/7f0c3c1e-6a57-4f1e-9a53-0d8bb0f6a111'],
    ['/sign-in?next=/c/x&address=ada@example.org', '/sign-in'],
    [`/reset/${'Ab-_'.repeat(11).slice(0, 43)}`, '/reset/:token'],
    ['/people/ada.ferri@example.org/card', '/people/:address/card'],
    ['/people/ada%40example.org', '/people/:address'],
    [undefined, ''],
  ])('%s → %s', (url, path) => expect(loggablePath(url)).toBe(path));

  it('is one short line where people watch the console', () => {
    const line = JSON.stringify({
      level: 30,
      time: Date.UTC(2026, 10, 23, 9, 14, 8),
      msg: 'request completed',
      req: { method: 'GET', path: '/c/itais-2016' },
      res: { status: 200 },
      responseTime: 4,
    });
    expect(shortLine(line)).toBe('09:14:08 GET /c/itais-2016 200 4 ms\n');
    expect(
      shortLine(
        JSON.stringify({ level: 50, time: 0, msg: 'It broke', context: 'Refusals', err: { stack: '    at here' } }),
      ),
    ).toBe('00:00:00 ERROR Refusals: It broke\n    at here\n');
    expect(shortLine('not json')).toBe('not json\n');
  });
});
