import { DEFAULT_SETTINGS, group, type PipelineListener, trainAndDetect } from '../../src/app/pipeline.ts';
import type { Settings } from '../../src/app/state.ts';
import type { Cause, Finding } from '../../src/core/detect/finding.ts';
import type { Grouped } from '../../src/engine/data.api.ts';
import { DataEngine } from '../../src/engine/data-engine.ts';
import { ModelEngine } from '../../src/engine/model-engine.ts';
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
  const { grouped, findings } = await analyse(text, settings);
  const { rows, split } = grouped.sessions;
  const flagged = new Map(findings.map(({ session, cause }) => [session, cause]));
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

/** Both engines on this thread. */
async function analyse(text: string, settings: Settings): Promise<{ grouped: Grouped; findings: readonly Finding[] }> {
  const threads = { data: new DataEngine(), model: new ModelEngine() };
  const opened = await threads.data.open([new File([text], 'generated.log')], () => undefined);
  if (opened === 'cancelled' || !opened.ok) throw new Error('A generated log can be read');
  let grouped: Grouped | undefined;
  const problem = await group(threads, settings, { ...SILENT, grouped: (value) => (grouped = value) });
  if (problem !== undefined || grouped === undefined) throw new Error(problem?.message ?? 'There are no sessions');
  const outcome = await trainAndDetect(threads, settings, SILENT);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return { grouped, findings: outcome.value.anomalies.findings };
}

const SILENT: PipelineListener = {
  grouped: () => undefined,
  trainingStarted: () => undefined,
  backendChosen: () => undefined,
  epoch: () => undefined,
  interrupted: () => undefined,
  trained: () => undefined,
  scored: () => undefined,
};
