import { DEFAULT_SETTINGS } from '../../src/app/pipeline.ts';
import type { Settings } from '../../src/app/state.ts';
import type { Cause } from '../../src/core/detect/finding.ts';
import { TestPipeline } from '../../src/engine/pipeline.fixture.ts';
import type { GenerateOptions } from '../sample/generate.ts';
import { generateText } from '../sample/generate-text.ts';
import type { LogKind } from '../sample/log-kind.ts';
import { binomialInterval, type CountInterval } from './binomial.ts';

/** What the whole program makes of a generated log. */
export interface BudgetRun {
  readonly kind: string;
  readonly seed: number;
  /** Normal sessions behind the training period, and how many of them are flagged. */
  readonly normal: number;
  readonly falseAlarms: number;
  /** How many a budget that holds leads to in nineteen of twenty logs. */
  readonly expected: CountInterval;
  readonly planted: readonly PlantedSession[];
}

export interface PlantedSession {
  readonly session: string;
  readonly cause: Cause;
  readonly isTraining: boolean;
  /** The one that the program names; undefined for a session that is not flagged. */
  readonly found: Cause | undefined;
}

/** Generates a log, learns from its training period without labels, and counts what is flagged. */
export async function measureBudget(kind: LogKind, options: GenerateOptions, epochs: number): Promise<BudgetRun> {
  const { text, labels } = generateText(kind, options);
  const settings: Settings = { ...DEFAULT_SETTINGS, backend: 'wasm', epochs };
  const pipeline = new TestPipeline();
  await pipeline.open(text, 'generated.log');
  const { rows, split } = (await pipeline.group(settings)).sessions;
  const { anomalies } = await pipeline.train(settings);
  const flagged = new Map(anomalies.findings.map(({ session, cause }) => [session, cause]));
  const isTraining = (index: number) =>
    index >= split.earlier && index < split.earlier + split.training + split.validation;
  const labelled = rows.ids.map((id, index) => ({ id, label: labels.get(id), isTraining: isTraining(index) }));
  const normal = labelled.filter(({ label, isTraining }) => label?.cause === undefined && !isTraining);
  return {
    kind: kind.name,
    seed: options.seed,
    normal: normal.length,
    falseAlarms: normal.filter(({ id }) => flagged.has(id)).length,
    expected: binomialInterval(normal.length, DEFAULT_SETTINGS.falseAlarmsPerThousand / 1000),
    planted: labelled.flatMap(({ id, label, isTraining }) =>
      label?.cause === undefined ? [] : [{ session: id, cause: label.cause, isTraining, found: flagged.get(id) }],
    ),
  };
}
