import type { PreviewLine } from '../../../core/report/log-report.ts';

/** A piece of a line: a header column, what is mined, or what stands between them. */
export interface PreviewPart {
  readonly text: string;
  readonly kind: 'column' | 'content' | 'between';
  readonly column: string | undefined;
}

/** Characters of a line that are shown; the rest is counted. */
const MOST_SHOWN = 600;

/** The line in pieces, in order, cut where it is long. Of spans that overlap the first counts. */
export function previewParts({ text, spans }: PreviewLine): { parts: readonly PreviewPart[]; left: number } {
  const end = Math.min(text.length, MOST_SHOWN);
  const parts: PreviewPart[] = [];
  let at = 0;
  const push = (to: number, kind: PreviewPart['kind'], column?: string) => {
    if (to > at) parts.push({ text: text.slice(at, to), kind, column });
    at = Math.max(at, to);
  };
  for (const span of spans) {
    push(Math.min(span.start, end), 'between');
    push(Math.min(span.end, end), span.column === undefined ? 'content' : 'column', span.column);
  }
  push(end, 'between');
  return { parts, left: text.length - end };
}
