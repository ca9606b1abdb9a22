/** The router's path of an address below `/app`, as the server gives it in its views. */
export function appPath(link: string): string {
  return link.replace(/^\/app(?=\/|$)/, '') || '/';
}
