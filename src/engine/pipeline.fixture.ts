import { DEFAULT_SETTINGS, detectOptions, group, scoreAndDetect, trainAndDetect } from '../app/pipeline.ts';
import type { Settings } from '../app/state.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { LogReport } from '../core/report/log-report.ts';
import type { Outcome, Problem } from '../core/report/problem.ts';
import type { TrainedKeyModel } from '../core/sequence/key-model.ts';
import type { ExportKind, Grouped } from './data.api.ts';
import { DataEngine } from './data-engine.ts';
import { ModelEngine } from './model-engine.ts';

const SETTINGS: Settings = { ...DEFAULT_SETTINGS, backend: 'wasm', epochs: 30 };

/** Both engines on this thread, and the steps of the pipeline with them; a step that fails throws its sentence. */
export class TestPipeline {
  readonly data = new DataEngine();
  readonly model = new ModelEngine();

  async open(text: string | Uint8Array<ArrayBuffer>, name = 'app.log'): Promise<LogReport> {
    return expectValue(await this.tryOpen(text, name));
  }

  tryOpen(text: string | Uint8Array<ArrayBuffer>, name = 'app.log'): Promise<Outcome<LogReport> | 'cancelled'> {
    return this.data.open([new File([text], name)], () => undefined);
  }

  async group(settings: Partial<Settings> = {}): Promise<Grouped> {
    let grouped: Grouped | undefined;
    const listener = { ...SILENT, grouped: (value: Grouped) => (grouped = value) };
    const problem = await group(this, { ...SETTINGS, ...settings }, listener);
    if (problem !== undefined || grouped === undefined) throw new Error(problem?.message ?? 'There are no sessions');
    return grouped;
  }

  tryGroup(settings: Partial<Settings>): Promise<Problem | undefined> {
    return group(this, { ...SETTINGS, ...settings }, SILENT);
  }

  async train(settings: Partial<Settings> = {}): Promise<{ model: TrainedKeyModel; anomalies: AnomalyReport }> {
    return expectValue(await trainAndDetect(this, { ...SETTINGS, ...settings }, SILENT));
  }

  /** The text of a file to take away. */
  async exported(what: ExportKind, model?: TrainedKeyModel): Promise<string> {
    return expectValue(await this.data.exportFile(what, model?.weights)).text();
  }

  /** Scores the grouped log with a detector file, which is opened before the log is. */
  async openDetector(bytes: Uint8Array): Promise<(settings?: Partial<Settings>) => Promise<AnomalyReport>> {
    const { weights } = expectValue(await this.data.openDetector(bytes, 'app.deeplog')).trained;
    return async (settings = {}) => {
      await this.model.choose('wasm');
      return scoreAndDetect(this, weights, detectOptions({ ...SETTINGS, ...settings }), SILENT);
    };
  }
}

export const SILENT = {
  grouped: () => undefined,
  trainingStarted: () => undefined,
  backendChosen: () => undefined,
  epoch: () => undefined,
  interrupted: () => undefined,
  learningValues: () => undefined,
  trained: () => undefined,
  scored: () => undefined,
};

export function expectValue<T>(outcome: Outcome<T> | 'cancelled'): T {
  if (outcome === 'cancelled') throw new Error('It was cancelled');
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}
