import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';

export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Family, package, file stem and style of the fonts that the public pages use; latin and latin-ext, because people have names. */
const fonts = [
  ['Inter Variable', '@fontsource-variable/inter', 'inter', 'normal', '100 900'],
  ['Source Serif 4 Variable', '@fontsource-variable/source-serif-4', 'source-serif-4', 'normal', '200 900'],
  ['Source Serif 4 Variable', '@fontsource-variable/source-serif-4', 'source-serif-4', 'italic', '200 900'],
] as const;

const ranges = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
} as const;

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="none" stroke="#0e5a6b" stroke-width="2.4" stroke-linecap="round"><path d="M15.5 5.2a7 7 0 1 0 0 9.6"/><path d="M10 10h6"/></svg>`;

/**
 * The stylesheet and fonts of the public pages, read once and named by their content, so that browsers keep them for good.
 * The look comes from the same files as the application's; what these
 * pages add lies beside their views.
 */
@Injectable()
export class Assets {
  private readonly files = new Map<string, Asset>();
  /** Path of the stylesheet, its content's hash in the name. */
  readonly stylesheet: string;

  constructor() {
    const faces = fonts.flatMap(([family, source, stem, style, weight]) =>
      (['latin', 'latin-ext'] as const).map((subset) => {
        const bytes = readFileSync(join(packageFolder(source), `files/${stem}-${subset}-wght-${style}.woff2`));
        const url = this.add(`${stem}-${subset}-${style}`, 'woff2', 'font/woff2', bytes);
        return `@font-face{font-family:"${family}";src:url(${url}) format("woff2");font-weight:${weight};font-style:${style};font-display:swap;unicode-range:${ranges[subset]}}`;
      }),
    );
    const sheets = [
      ...['tokens', 'base', 'controls'].map((name) => join(__dirname, `../../../../../libs/ui/src/theme/${name}.css`)),
      ...['public', 'call-pages', 'mailbox', 'invitation'].map((name) => join(__dirname, `pages/${name}.css`)),
    ];
    const css = [...faces, ...sheets.map((path) => readFileSync(path, 'utf8'))].join('\n');
    this.stylesheet = this.add('public', 'css', 'text/css; charset=utf-8', Buffer.from(css));
    this.files.set('icon.svg', { type: 'image/svg+xml', bytes: Buffer.from(icon) });
  }

  /** The asset of that name, or undefined. */
  find(name: string): Asset | undefined {
    return this.files.get(name);
  }

  private add(stem: string, extension: string, type: string, bytes: Buffer): string {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const name = `${stem}.${hash}.${extension}`;
    this.files.set(name, { type, bytes });
    return `/assets/${name}`;
  }
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}
