import { CAUSES, type Cause, type Finding } from '../detect/finding.ts';

/** Findings along the log, one lane for each cause that occurs. */
export interface AnomalyLanes {
  /** What `at` is: a time, or a 1-based line where findings carry no time. */
  readonly axis: 'time' | 'line';
  readonly first: number;
  readonly last: number;
  /** In the order of {@link CAUSES}. */
  readonly causes: readonly Cause[];
  /** Ascending in `at`. */
  readonly marks: readonly AnomalyMark[];
}

/** One finding, or several of one cause that lie too close to be told apart. */
export interface AnomalyMark {
  readonly cause: Cause;
  /** Where the strongest of them is. */
  readonly at: number;
  readonly findings: number;
  readonly strongest: Finding;
}

/**
 * @param findings the most surprising first
 * @param most marks in all lanes, at least 8; beyond that neighbours of a cause share a mark
 */
export function anomalyLanes(findings: readonly Finding[], most: number): AnomalyLanes {
  const axis = findings.every((finding) => Number.isFinite(finding.timestamp)) ? 'time' : 'line';
  const place = (finding: Finding) => (axis === 'time' ? finding.timestamp : finding.line);
  const present = new Set(findings.map((finding) => finding.cause));
  const causes = CAUSES.filter((cause) => present.has(cause));
  const [first, last] = rangeOf(findings.map(place));
  const singly = findings.length <= most;
  const slots = Math.floor(most / Math.max(1, causes.length));
  const slotOf = (at: number) => Math.min(slots - 1, Math.floor(((at - first) / Math.max(last - first, 1)) * slots));

  const marks = new Map<string, AnomalyMark>();
  findings.forEach((finding, index) => {
    const at = place(finding);
    const name = singly ? String(index) : `${finding.cause} ${slotOf(at)}`;
    const mark = marks.get(name);
    marks.set(
      name,
      mark ? { ...mark, findings: mark.findings + 1 } : { cause: finding.cause, at, findings: 1, strongest: finding },
    );
  });
  return { axis, first, last, causes, marks: [...marks.values()].sort((a, b) => a.at - b.at) };
}

function rangeOf(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 0];
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < first) first = value;
    if (value > last) last = value;
  }
  return [first, last];
}
