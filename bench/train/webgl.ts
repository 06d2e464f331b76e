import { join } from 'node:path';
import { onScriptPage } from '../script-page.ts';
import type { Amount, Comparison } from './compare.ts';
import type { compareOnWebgl } from './webgl-page.ts';

const PAGE = join(import.meta.dirname, 'webgl-page.ts');

/** What `compareOnWebgl` finds in Chromium, whose WebGL computes on the processor. */
export function webglComparison(sessions: string, amount: Amount): Promise<Comparison> {
  return onScriptPage(PAGE, new Map(), (page) =>
    page.evaluate(
      async ([text, much]) => {
        const { compareOnWebgl: compare } = (await import(`${location.origin}/page.js`)) as {
          compareOnWebgl: typeof compareOnWebgl;
        };
        return compare(text, much);
      },
      [sessions, amount] as const,
    ),
  );
}
