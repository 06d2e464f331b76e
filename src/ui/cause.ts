import type { Cause } from '../core/detect/finding.ts';

/** How a cause looks everywhere: a word, a colour and a shape, so that none of them has to be told apart by colour alone. */
interface CauseLook {
  readonly word: string;
  /** A CSS colour from the theme. */
  readonly colour: string;
  /** Outline in a box from (-6, -6) to (6, 6), as an SVG path. */
  readonly shape: string;
}

export const CAUSE_LOOKS: Readonly<Record<Cause, CauseLook>> = {
  'new-template': {
    word: 'New',
    colour: 'var(--c-new)',
    shape: 'M0-5.5A5.5 5.5 0 0 1 0 5.5A5.5 5.5 0 0 1 0-5.5Z',
  },
  'unexpected-key': { word: 'Unexpected', colour: 'var(--c-key)', shape: 'M0-6L6 0L0 6L-6 0Z' },
  'ended-early': { word: 'Ended early', colour: 'var(--c-end)', shape: 'M-4.5-5.5L5.5 0L-4.5 5.5Z' },
  'ran-on': { word: 'Ran on', colour: 'var(--c-end)', shape: 'M-6-5.5L0 0L-6 5.5ZM0-5.5L6 0L0 5.5Z' },
  'unusual-counts': { word: 'Unusual counts', colour: 'var(--c-count)', shape: 'M-5-5H5V5H-5Z' },
  'odd-parameter': { word: 'Odd value', colour: 'var(--c-count)', shape: 'M0-5.5L6 5H-6Z' },
  'slow-step': { word: 'Slow step', colour: 'var(--c-slow)', shape: 'M-6-2H6V2H-6Z' },
  'fast-step': { word: 'Fast step', colour: 'var(--c-slow)', shape: 'M-2-6H2V6H-2Z' },
};
