import { vi } from 'vitest';
import type { DataApi } from '../engine/data.api.ts';
import type { ModelApi } from '../engine/model.api.ts';
import { anomalies, LOG, MODEL, SESSIONS, WASM, WINDOWS } from './state.fixture.ts';

/** Threads that answer at once; a test replaces what it is about. */
export function fakeThreads() {
  const data = {
    open: vi.fn<DataApi['open']>(async () => ({ ok: true, value: LOG })),
    cancelOpen: vi.fn<DataApi['cancelOpen']>(async () => undefined),
    group: vi.fn<DataApi['group']>(async () => ({ ok: true, value: { sessions: SESSIONS, templates: [] } })),
    windows: vi.fn<DataApi['windows']>(async () => ({ ok: true, value: { training: WINDOWS, validation: WINDOWS } })),
    valueTraining: vi.fn<DataApi['valueTraining']>(async () => undefined),
    keepValues: vi.fn<DataApi['keepValues']>(async () => undefined),
    valueScoring: vi.fn<DataApi['valueScoring']>(async () => undefined),
    beginScoring: vi.fn<DataApi['beginScoring']>(async () => 5000),
    scoringWindows: vi.fn<DataApi['scoringWindows']>(async () => new Int32Array(0)),
    addProbabilities: vi.fn<DataApi['addProbabilities']>(async () => undefined),
    detect: vi.fn<DataApi['detect']>(async () => anomalies('s1')),
    isLabels: vi.fn<DataApi['isLabels']>(async ({ name }) => name.startsWith('labels')),
    isTemplates: vi.fn<DataApi['isTemplates']>(async (file) => file instanceof File && file.name.startsWith('drain3')),
    openTemplates: vi.fn<DataApi['openTemplates']>(async () => ({ ok: true, value: 27 })),
    closeTemplates: vi.fn<DataApi['closeTemplates']>(async () => undefined),
    openLabels: vi.fn<DataApi['openLabels']>(async () => ({ ok: true, value: undefined })),
    openDetector: vi.fn<DataApi['openDetector']>(async () => ({
      ok: true,
      value: {
        summary: { name: 'd', trainedOn: 'a', templates: 1, sessionLabel: 'id', history: 10, trainLoss: 0.5 },
        trained: MODEL,
        model: { epochs: MODEL.epochs, bestEpoch: 1, windows: 40, distinctWindows: 12 },
        marks: [],
        notes: [],
      },
    })),
    closeDetector: vi.fn<DataApi['closeDetector']>(async () => undefined),
    saveDetector: vi.fn<DataApi['saveDetector']>(async () => new Uint8Array(3)),
  };
  const model = {
    choose: vi.fn<ModelApi['choose']>(async () => WASM),
    train: vi.fn<ModelApi['train']>(async () => MODEL),
    stop: vi.fn<ModelApi['stop']>(async () => undefined),
    pause: vi.fn<ModelApi['pause']>(async () => undefined),
    memory: vi.fn<ModelApi['memory']>(async () => ({ tensors: 9, tensorBytes: 4096, heapBytes: undefined })),
    load: vi.fn<ModelApi['load']>(async () => undefined),
    trainValues: vi.fn<ModelApi['trainValues']>(),
    predictValues: vi.fn<ModelApi['predictValues']>(),
    predict: vi.fn<ModelApi['predict']>(async () => new Float32Array(0)),
    learn: vi.fn<ModelApi['learn']>(async () => MODEL.weights),
  };
  return { data, model };
}
