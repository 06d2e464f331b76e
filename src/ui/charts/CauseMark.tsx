import type { Cause } from '../../core/detect/finding.ts';
import { CAUSE_LOOKS } from '../cause.ts';

/** The shape of a cause in its colour, for use beside its word. */
export function CauseMark({ cause }: { readonly cause: Cause }) {
  const { colour, shape } = CAUSE_LOOKS[cause];
  return (
    <svg width="13" height="13" viewBox="-6.5 -6.5 13 13" fill={colour} aria-hidden="true" focusable="false">
      <path d={shape} />
    </svg>
  );
}
