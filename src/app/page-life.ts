import type { Milliseconds } from '../core/base/units.ts';

/** Shorter stops are not worth a word. */
const WORTH_SAYING: Milliseconds = 1_000;

interface PageLife {
  /** The browser let nothing in this tab run for so long. */
  frozen(milliseconds: Milliseconds): void;
  /** Somebody looks at the page again. */
  shown(): void;
}

/**
 * Tells what the browser does with a tab that nobody looks at. Training itself needs no help: it goes on in hidden tabs, and stands
 * still in frozen ones.
 *
 * @see https://developer.chrome.com/docs/web-platform/page-lifecycle-api
 */
export function watchPageLife(page: Document, now: () => Milliseconds, { frozen, shown }: PageLife): void {
  let frozenAt: Milliseconds | undefined;
  page.addEventListener('freeze', () => {
    frozenAt = now();
  });
  page.addEventListener('resume', () => {
    const milliseconds = frozenAt === undefined ? 0 : now() - frozenAt;
    frozenAt = undefined;
    if (milliseconds >= WORTH_SAYING) frozen(milliseconds);
  });
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'visible') shown();
  });
}
