import type { Windows } from './browser';

/**
 * Chapters of one story, each a test that stands on those before it: when one fails, the rest fail at once instead of waiting
 * for what cannot come.
 */
export function story(windows: () => Windows, name: string): (chapter: string, work: () => Promise<void>) => void {
  let broken: string | null = null;
  return (chapter, work) => {
    it(chapter, async () => {
      if (broken !== null) throw new Error(`Not begun, because this failed: ${broken}`);
      broken = chapter;
      try {
        await work();
      } catch (error) {
        await windows().pictures(name);
        throw error;
      }
      broken = null;
    });
  };
}
