import { beforeEach, expect, test, vi } from 'vitest';
import { INITIAL_STATE } from '../initial-state.ts';
import type { State } from '../state.ts';
import type { RecentAnalysis } from './recent-analysis.ts';
import { Recents } from './recents.ts';

const SCORED = {
  ...INITIAL_STATE,
  settings: { ...INITIAL_STATE.settings, history: 7 },
  analysis: {
    phase: 'scored',
    log: { files: [{ name: 'a.log' }], bytes: 10, lines: 20, span: undefined },
    anomalies: { sessions: 5, findings: [{}, {}] },
  },
} as unknown as State;

let kept: RecentAnalysis[];
let told: State['recent'][];
const detectors: Uint8Array[] = [];

const store = {
  all: async () => kept,
  note: async (analysis: Omit<RecentAnalysis, 'hasDetector'>) => void kept.push({ ...analysis, hasDetector: false }),
  keepDetector: async (_: string, bytes: Uint8Array<ArrayBuffer>) => void detectors.push(bytes),
  detector: async () => undefined,
  remove: async () => undefined,
  removeAll: async () => undefined,
};

const recentsOf = (opened: Promise<typeof store>) =>
  new Recents(
    opened,
    () => 99,
    (recent) => told.push(recent),
  );

beforeEach(() => {
  kept = [];
  told = [];
});

test('an analysis is noted by names, numbers and settings', async () => {
  await recentsOf(Promise.resolve(store)).note(SCORED);
  expect(told.at(-1)).toMatchObject([
    { names: ['a.log'], bytes: 10, lines: 20, sessions: 5, flagged: 2, savedAt: 99, search: '?history=7' },
  ]);
});

test('what is no analysis yet is not noted', async () => {
  await recentsOf(Promise.resolve(store)).note(INITIAL_STATE);
  expect(kept).toEqual([]);
});

test('where the browser keeps nothing the list says so, and a detector that cannot be kept is a problem', async () => {
  const refused = Promise.reject(new DOMException('private window', 'InvalidStateError'));
  const recents = recentsOf(refused);
  await vi.waitFor(() => expect(told).toEqual(['not-kept']));
  expect(await recents.keepDetector(SCORED, new Uint8Array(3))).toMatchObject({ code: 'not-kept' });
});

test('a detector is kept beside the analysis on screen', async () => {
  const recents = recentsOf(Promise.resolve(store));
  expect(await recents.keepDetector(SCORED, Uint8Array.of(1, 2))).toBeUndefined();
  expect(detectors).toEqual([Uint8Array.of(1, 2)]);
  expect(kept).toHaveLength(1);
});
