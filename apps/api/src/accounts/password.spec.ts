import { checkPassword, hashPassword, isOutdated } from './password';

describe('A password', () => {
  it('is kept as a salted argon2id hash that says its parameters', async () => {
    const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(two);
  });

  it('is recognised, and nothing else is', async () => {
    const hash = await hashPassword('correct horse');
    expect(await checkPassword('correct horse', hash)).toBe(true);
    expect(await checkPassword('correct hors', hash)).toBe(false);
    expect(await checkPassword('', hash)).toBe(false);
    expect(await checkPassword('correct horse', null)).toBe(false);
    expect(await checkPassword('correct horse', 'not a hash')).toBe(false);
  });

  it('is the same in composed and decomposed letters', async () => {
    expect(await checkPassword('caffe\u0300 lungo', await hashPassword('caff\u00e8 lungo'))).toBe(true);
  });

  it('is outdated when it was hashed with other parameters', async () => {
    expect(isOutdated(await hashPassword('correct horse'))).toBe(false);
    expect(isOutdated(await hashPassword('correct horse', { memory: 8192, passes: 1, parallelism: 1 }))).toBe(true);
  });
});
