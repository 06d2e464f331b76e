import { burstSurprise } from '../../src/core/detect/rate/event-rate.ts';
import { fitRates } from '../../src/core/detect/rate/rate-norms.ts';
import { SEVERITIES } from '../../src/core/scan/scanned-log.ts';
import { groupByLines } from '../../src/core/sequence/group.ts';
import type { SessionTable } from '../../src/core/sequence/session-table.ts';
import { range, splitSessions } from '../../src/core/sequence/split.ts';
import { openLog } from '../../src/engine/open-log.ts';
import { keyLog } from '../../src/engine/templates.ts';
import { blobSource } from '../../src/ingest/byte-source.ts';
import { sniff } from '../../src/ingest/sniff.ts';
import type { LabelledLog } from './labelled-log.ts';

/** How many of the anomalous lines behind the training period are flagged, and how many others. */
export interface EventScore {
  readonly detector: string;
  readonly found: number;
  readonly missed: number;
  readonly falseAlarms: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface EventAccuracy {
  readonly trainingLines: number;
  readonly testLines: number;
  readonly anomalousTestLines: number;
  readonly templates: { readonly training: number; readonly all: number };
  readonly detectors: readonly EventScore[];
}

const TRAINING = 0.6;
/** Lines of a window, as the program cuts logs that name no sessions. */
const WINDOW = 100;
/** False alarms that are asked for, as a share of events. */
const BUDGET = 0.001;

/**
 * Single lines, in time order: the first part is learnt from without its labels, thresholds come from the last third of it, and
 * the lines behind are scored.
 *
 * @returns undefined where it is no log
 */
export async function eventAccuracy({ text, isAnomalous }: LabelledLog): Promise<EventAccuracy | undefined> {
  const sniffed = await sniff(blobSource(new File([text], 'bgl.log')));
  const opened = sniffed.ok ? await openLog([sniffed.text], 'auto', {}) : undefined;
  if (!opened?.ok) return undefined;
  const { scanned } = opened.value;
  const trainingLines = Math.round(TRAINING * scanned.lines);
  const keyed = keyLog(scanned, { isTraining: new Uint8Array(scanned.lines).fill(1, 0, trainingLines) });
  const windows = groupByLines(WINDOW, { key: keyed.keyOfLine, time: scanned.time });
  const bursts = burstsIn(windows);
  const isNew = (line: number) => (keyed.keyOfLine[line] as number) >= keyed.known;
  const isFirst = (line: number) => keyed.keyOfLine.indexOf(keyed.keyOfLine[line] as number) === line;
  const isSevere = (line: number) => scanned.severity.at(line) >= SEVERITIES.indexOf('error');
  const detectors: Readonly<Record<string, (line: number) => boolean>> = {
    'new template': isNew,
    'new template, first line': (line) => isNew(line) && isFirst(line),
    'new template, error or worse': (line) => isNew(line) && isSevere(line),
    burst: (line) => bursts.has(line),
    'new template or burst': (line) => isNew(line) || bursts.has(line),
  };
  const test = range(trainingLines, scanned.lines);
  return {
    trainingLines,
    testLines: test.length,
    anomalousTestLines: test.filter((line) => isAnomalous[line]).length,
    templates: { training: keyed.known, all: keyed.miner.templates.length },
    detectors: Object.entries(detectors).map(([name, flags]) => scoreOf(name, test, flags, isAnomalous)),
  };
}

/** Lines at which a burst ends that is odder than the budget allows. */
function burstsIn(windows: SessionTable): ReadonlySet<number> {
  const { trainingEnd, validationEnd } = splitSessions(windows.count, TRAINING);
  const [heldFrom, heldTo] = [windows.start[trainingEnd] as number, windows.start[validationEnd] as number];
  const held = burstSurprise(fitRates(windows, range(0, trainingEnd)), windows)
    .slice(heldFrom, heldTo)
    .sort();
  const threshold = held[held.length - 1 - Math.floor(BUDGET * held.length)] ?? 0;
  const surprise = burstSurprise(fitRates(windows, range(0, validationEnd)), windows);
  return new Set(windows.line.filter((_, event) => (surprise[event] as number) > threshold));
}

function scoreOf(
  detector: string,
  lines: readonly number[],
  flags: (line: number) => boolean,
  isAnomalous: readonly boolean[],
): EventScore {
  const flagged = lines.filter(flags);
  const found = flagged.filter((line) => isAnomalous[line]).length;
  const missed = lines.filter((line) => isAnomalous[line]).length - found;
  const falseAlarms = flagged.length - found;
  const precision = found / (found + falseAlarms);
  const recall = found / (found + missed);
  return {
    detector,
    found,
    missed,
    falseAlarms,
    precision,
    recall,
    f1: (2 * found) / (2 * found + missed + falseAlarms),
  };
}
