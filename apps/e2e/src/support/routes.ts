import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../../..');
const application = join(root, 'apps/web/src/app');

/** As much of the router's table as its addresses need. */
interface Route {
  readonly path?: string;
  readonly redirectTo?: unknown;
  readonly children?: readonly Route[];
  readonly loadChildren?: () => Promise<readonly Route[]>;
  readonly loadComponent?: unknown;
}

/** Every page of the application as its router knows it: `/app/c/:call/s/:number`. What no address leads to is `/app/**`. */
export async function applicationRoutes(): Promise<string[]> {
  const { routes } = (await import(join(application, 'app.routes.ts'))) as { routes: readonly Route[] };
  return [...new Set(await below('/app', routes))].sort();
}

async function below(prefix: string, routes: readonly Route[]): Promise<string[]> {
  const found: string[] = [];
  for (const route of routes) {
    if (route.redirectTo !== undefined) continue;
    const path = route.path ? `${prefix}/${route.path}` : prefix;
    const children = [...(route.children ?? []), ...((await route.loadChildren?.()) ?? [])];
    const isPage = children.length === 0 && route.loadComponent;
    if (!isPage && children.length === 0) throw new Error(`Nothing is shown at ${path}.`);
    found.push(...(isPage ? [path] : await below(path, children)));
  }
  return found;
}

/** Every page the server renders: the routes its controllers declare with `@Page('GET', …)`. */
export function serverRoutes(): string[] {
  const sources = filesBelow(join(root, 'apps/api/src'), /\.controller\.tsx?$/).map((file) =>
    readFileSync(file, 'utf8'),
  );
  return sources
    .flatMap((source) => [...source.matchAll(/@Page\('GET', '([^']+)'/g)].map((match) => match[1] ?? ''))
    .sort();
}

/** Components with something that opens (a dialog, a menu, a panel), by their element's name. */
export function openingComponents(): string[] {
  const opens = /mat-dialog-content|<dialog|\[matMenuTriggerFor\]|<details|aria-expanded/;
  const sources = [application, join(root, 'libs/ui/src')].flatMap((folder) => filesBelow(folder, /(?<!\.spec)\.ts$/));
  const found = sources.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const template = /templateUrl: '\.\/([^']+)'/.exec(source)?.[1];
    const markup = template ? readFileSync(join(file, '..', template), 'utf8') : source;
    const selector = /selector: '([a-z-]+)'/.exec(source)?.[1];
    return selector && opens.test(markup) ? [selector] : [];
  });
  return found.sort();
}

function filesBelow(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => join(folder, file));
}
