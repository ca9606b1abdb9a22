import { Config, ConfigError } from './config';

const complete = {
  DATABASE_URL: 'postgres://convoke:secret@db/convoke',
  FILES_URL: 'file:///srv/files',
  PUBLIC_URL: 'https://convoke.example.org/',
  SESSION_SECRET: 'a'.repeat(32),
};

describe('the configuration', () => {
  it('takes what is given and fills in the rest', () => {
    const config = Config.fromEnvironment(complete);
    expect(config).toMatchObject({ mode: 'production', port: 3000, host: '0.0.0.0', secure: true, demo: false });
    expect(config.publicUrl).toBe('https://convoke.example.org');
    expect(config.filesDir).toBe('/srv/files');
  });

  it.each(Object.keys(complete))('refuses to start without %s and names it', (name) => {
    expect(() => Config.fromEnvironment({ ...complete, [name]: '' })).toThrow(`${name} is not set`);
  });

  it.each([
    ['DATABASE_URL', 'mysql://root:hunter2@db/x'],
    ['REDIS_URL', 'hunter2'],
    ['PUBLIC_URL', 'convoke.example.org'],
    ['SESSION_SECRET', 'hunter2'],
    ['PORT', 'hunter2'],
    ['MODE', 'hunter2'],
  ])('names a malformed %s and does not repeat it', (name, value) => {
    const start = () => Config.fromEnvironment({ ...complete, [name]: value });
    expect(start).toThrow(ConfigError);
    expect(start).toThrow(name);
    expect(start).not.toThrow('hunter2');
  });

  it('names every variable at fault at once', () => {
    expect(() => Config.fromEnvironment({})).toThrow(/DATABASE_URL[^]*FILES_URL[^]*PUBLIC_URL[^]*SESSION_SECRET/);
  });

  it('keeps the demo on loopback', () => {
    expect(Config.fromEnvironment({ ...complete, MODE: 'demo' }).host).toBe('127.0.0.1');
    expect(() => Config.fromEnvironment({ ...complete, MODE: 'demo', HOST: '0.0.0.0' })).toThrow('HOST');
  });
});
