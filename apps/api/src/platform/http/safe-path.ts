/**
 * The path of this site that `wish` names, or `/`: what a `next` parameter may lead to. Anything that a browser could read as
 * another origin (`//host`, `/\host`, a scheme, control characters) is refused.
 */
export function safePath(wish: unknown): string {
  if (typeof wish !== 'string' || wish.length > 2000) return '/';
  if (!/^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(wish)) return '/';
  const base = 'http://same.invalid';
  return URL.canParse(wish, base) && new URL(wish, base).origin === base ? wish : '/';
}
