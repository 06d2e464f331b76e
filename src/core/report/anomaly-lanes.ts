import { extentOf } from '../base/extent.ts';
import { CAUSES, type Cause, type Finding } from '../detect/finding.ts';

/** Findings along the log, one lane for each of what they are told apart by. */
export interface AnomalyLanes {
  /** What `at` is: a time, or a 1-based line where findings carry no time. */
  readonly axis: 'time' | 'line';
  readonly first: number;
  readonly last: number;
  /** From top to bottom. */
  readonly names: readonly string[];
  /** Ascending in `at`. */
  readonly marks: readonly AnomalyMark[];
}

/** One finding, or several of one lane that lie too close to be told apart. */
export interface AnomalyMark {
  /** Index of its name. */
  readonly lane: number;
  /** Of the strongest of them. */
  readonly cause: Cause;
  /** Where the strongest of them is. */
  readonly at: number;
  readonly findings: number;
  readonly strongest: Finding;
}

/** What findings are told apart by. */
export interface LaneChoice {
  readonly names: readonly string[];
  /** Index of the name of a finding's lane. */
  readonly laneOf: (finding: Finding) => number;
}

/** A lane for each cause that occurs, in the order of {@link CAUSES}. */
function lanesByCause(findings: readonly Finding[]): LaneChoice {
  const present = new Set(findings.map((finding) => finding.cause));
  const names = CAUSES.filter((cause) => present.has(cause));
  return { names, laneOf: ({ cause }) => names.indexOf(cause) };
}

/** Lanes of components; where there are more, the last one is of all others. */
const MOST_LANES = 8;
const OTHERS = 'other';
const NONE = 'none';

/**
 * A lane for each component, those with most findings first; of equals by name.
 *
 * @param componentOf undefined for a line that names none
 */
export function lanesByComponent(
  findings: readonly Finding[],
  componentOf: (finding: Finding) => string | undefined,
): LaneChoice {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const name = componentOf(finding) ?? NONE;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const all = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
  const names = all.length <= MOST_LANES ? all : all.slice(0, MOST_LANES - 1);
  const lanes = new Map(names.map((name, lane) => [name, lane]));
  return {
    names: all.length <= MOST_LANES ? names : [...names, OTHERS],
    laneOf: (finding) => lanes.get(componentOf(finding) ?? NONE) ?? names.length,
  };
}

/**
 * @param findings the most surprising first
 * @param most marks in all lanes, at least 8; beyond that neighbours in a lane share a mark
 */
export function anomalyLanes(
  findings: readonly Finding[],
  most: number,
  { names, laneOf }: LaneChoice = lanesByCause(findings),
): AnomalyLanes {
  const axis = findings.every((finding) => Number.isFinite(finding.timestamp)) ? 'time' : 'line';
  const place = (finding: Finding) => (axis === 'time' ? finding.timestamp : finding.line);
  const [first, last] = extentOf(findings.map(place));
  const singly = findings.length <= most;
  const slots = Math.floor(most / Math.max(1, names.length));
  const slotOf = (at: number) => Math.min(slots - 1, Math.floor(((at - first) / Math.max(last - first, 1)) * slots));

  const marks = new Map<string, AnomalyMark>();
  findings.forEach((finding, index) => {
    const at = place(finding);
    const lane = laneOf(finding);
    const name = singly ? String(index) : `${lane} ${slotOf(at)}`;
    const mark = marks.get(name);
    marks.set(
      name,
      mark
        ? { ...mark, findings: mark.findings + 1 }
        : { lane, cause: finding.cause, at, findings: 1, strongest: finding },
    );
  });
  return { axis, first, last, names, marks: [...marks.values()].sort((a, b) => a.at - b.at) };
}
