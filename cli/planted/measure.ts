import type { Column } from '../../src/core/detect/columns.ts';
import type { Cause } from '../../src/core/detect/finding.ts';
import { fitQuickDetectors } from '../../src/core/detect/quick-detectors.ts';
import { range } from '../../src/core/sequence/split.ts';
import { groupLog } from '../../src/engine/grouped-log.ts';
import { learntOf } from '../../src/engine/learnt-sessions.ts';
import { readLineValues } from '../../src/engine/line-values.ts';
import { modelLog } from '../../src/engine/modelled-log.ts';
import { openLog } from '../../src/engine/open-log.ts';
import { blobSource } from '../../src/ingest/byte-source.ts';
import { sniff } from '../../src/ingest/sniff.ts';
import type { GenerateOptions } from '../sample/generate.ts';
import { generateText } from '../sample/generate-text.ts';
import type { LogKind } from '../sample/log-kind.ts';

/** Causes that leave the order of events as it is: one event comes at an odd time, or with an odd value. */
export const PLANTED = ['odd-parameter', 'slow-step', 'fast-step'] as const satisfies readonly Cause[];

/** What the detectors of times and values make of a generated log, behind its training period. */
export interface PlantedScore {
  readonly kind: string;
  readonly seed: number;
  /** By cause: planted sessions, those that are flagged, and those with the right cause. */
  readonly causes: Readonly<Record<(typeof PLANTED)[number], CauseScore>>;
  readonly normal: number;
  readonly falseAlarms: number;
}

interface CauseScore {
  readonly planted: number;
  readonly found: number;
  readonly rightCause: number;
}

const HISTORY = 10;
const TRAINING_SHARE = 0.6;
/** Share of normal sessions that may be flagged by both detectors together. */
const BUDGET = 0.001;
const DETECTORS: readonly Column['detector'][] = ['timing', 'values'];

/** Generates a log, learns from its training period without labels, and counts what is flagged behind it. */
export async function measurePlanted(kind: LogKind, options: GenerateOptions): Promise<PlantedScore> {
  const { text, labels } = generateText(kind, options);
  const { sessions, split, columns } = await judge(text);
  const flags = range(split.validationEnd, sessions.count).map((session) => ({
    label: labels.get(sessions.ids[session] ?? ''),
    cause: flaggedCause(columns, session),
  }));
  const scoreOf = (cause: Cause): CauseScore => {
    const planted = flags.filter(({ label }) => label?.cause === cause);
    return {
      planted: planted.length,
      found: planted.filter((flag) => flag.cause !== undefined).length,
      rightCause: planted.filter((flag) => flag.cause === cause).length,
    };
  };
  const [value, slow, fast] = PLANTED;
  const normal = flags.filter(({ label }) => label !== undefined && label.cause === undefined);
  return {
    kind: kind.name,
    seed: options.seed,
    causes: { [value]: scoreOf(value), [slow]: scoreOf(slow), [fast]: scoreOf(fast) },
    normal: normal.length,
    falseAlarms: normal.filter(({ cause }) => cause !== undefined).length,
  };
}

async function judge(text: string) {
  const sniffed = await sniff(blobSource(new File([text], 'generated.log')));
  if (!sniffed.ok) throw new Error('A generated log is a log');
  const opened = await openLog([sniffed.text], 'auto', {});
  if (!opened.ok) throw new Error('A generated log can be read');
  const log = opened.value;
  const outcome = await groupLog(log, { rule: 'auto', trainingShare: TRAINING_SHARE, detector: undefined });
  if (!outcome.ok) throw new Error(outcome.problem.message);
  const { sessions, split, keyed, templates } = outcome.value;
  const values = await readLineValues(log.scanned, keyed.keyOfLine, templates, log.contentOf);
  const sequence = modelLog(outcome.value, HISTORY);
  const { columns } = fitQuickDetectors({ sequence, sessions, values }, learntOf(outcome.value, 'both'));
  return { sessions, split, columns };
}

/** The cause that the detector which is most surprised names; undefined where neither exceeds its half of the budget. */
function flaggedCause(columns: readonly Column[], session: number): Cause | undefined {
  const surprise = (column: Column) => column.surprise[session] as number;
  const most = columns
    .filter(({ detector }) => DETECTORS.includes(detector))
    .reduce((a, b) => (surprise(b) > surprise(a) ? b : a));
  if (surprise(most) <= Math.log(DETECTORS.length / BUDGET)) return undefined;
  return most.explain?.(session, String)?.cause;
}
