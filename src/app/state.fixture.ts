import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { LogReport, SessionReport } from '../core/report/log-report.ts';
import type { Problem } from '../core/report/problem.ts';
import type { BackendChoice, TrainedKeyModel } from '../core/sequence/key-model.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';

/** Stand-ins that tests compare by identity: what is in them does not matter to the application's state. */
export const LOG = { lines: 100, header: { columns: ['time', 'pid'] } } as unknown as LogReport;
export const SESSIONS = { sessions: 7 } as SessionReport;
export const WASM: BackendChoice = { backend: 'wasm', reason: 'it was the fastest' };
export const PROBLEM: Problem = { code: 'empty-file', message: 'a.log is empty.', advice: 'Choose another.' };

export const WINDOWS = { total: 40, count: 12 } as WindowSet;

export const MODEL = {
  weights: { shape: { history: 10, symbols: 512, units: 4, layers: 1 } },
  epochs: [{ epoch: 1, trainLoss: 0.5, validationLoss: 0.6, seconds: 0.1 }],
  bestEpoch: 1,
  end: 'epochs',
  backend: WASM,
  seed: 1,
} as unknown as TrainedKeyModel;

export function anomalies(...sessions: string[]): AnomalyReport {
  return { findings: sessions.map((session) => ({ session })) } as unknown as AnomalyReport;
}
