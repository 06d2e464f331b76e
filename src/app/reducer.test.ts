import { expect, test } from 'vitest';
import type { LogKey } from '../core/base/brand.ts';
import type { Action } from './actions.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { DEFAULT_CLASSIC } from './pipeline.ts';
import { reduce } from './reducer.ts';
import { anomalies, LOG, PROBLEM, SESSIONS, WASM } from './state.fixture.ts';
import type { ModelReport, State } from './state.ts';

const EPOCH = { epoch: 1, trainLoss: 0.5, validationLoss: 0.6, seconds: 0.1 };
const MODEL: ModelReport = {
  backend: WASM,
  epochs: [EPOCH],
  bestEpoch: 1,
  end: 'epochs',
  windows: 40,
  distinctWindows: 12,
  interruptions: [],
};

const READING: Action = { type: 'reading', names: ['a.log'] };
const READ: Action = { type: 'read', log: LOG };
const GROUPED: Action = { type: 'grouped', grouped: { sessions: SESSIONS, templates: [] } };
const TRAINING: Action = { type: 'training', windows: 40, distinctWindows: 12 };
const SCORED: Action = { type: 'scored', result: { model: MODEL, anomalies: anomalies('s3', 's1') } };
const DETECTED: Action = { type: 'detected', anomalies: anomalies('s9') };
const TO_SCORED = [READING, READ, GROUPED, TRAINING, SCORED];

const after = (actions: readonly Action[], from: State = INITIAL_STATE) => actions.reduce(reduce, from);

test('a log goes from reading to scored, and the first finding opens by itself', () => {
  const phases = TO_SCORED.map((_, index) => after(TO_SCORED.slice(0, index + 1)).analysis.phase);
  expect(phases).toEqual(['reading', 'parsed', 'parsed', 'training', 'scored']);
  expect(after(TO_SCORED)).toMatchObject({ view: 'anomalies', selected: 's3' });
});

test('a view that the person chose stays when findings come', () => {
  const looking = after([READING, READ, GROUPED, TRAINING, { type: 'view', view: 'templates' }, SCORED]);
  expect(looking.view).toBe('templates');
});

test('a view that the address asked for stays for the first log, not for the next', () => {
  const asked = after([{ type: 'view', view: 'sessions' }, ...TO_SCORED]);
  expect(asked.view).toBe('sessions');
  expect(after([READING], asked).view).toBe('sessions');
  expect(after([READING, READ], asked)).toMatchObject({ view: 'data', following: true });
});

test('a session rule by a column follows its name into the header of the next log', () => {
  const rule = (column: number) => ({ by: 'identifier', identifier: { kind: 'column', column, name: 'pid' } }) as const;
  const chosen = after([{ type: 'settings', settings: { sessionRule: rule(4) } }, READING]);
  expect(chosen.settings.sessionRule).toEqual(rule(4));
  expect(after([READ], chosen).settings.sessionRule).toEqual(rule(1));
});

test('what fails with nothing on screen is a failed analysis, which the next file replaces', () => {
  const failed = after([READING, { type: 'ended', problem: PROBLEM }]);
  expect(failed).toMatchObject({ analysis: { phase: 'failed', problem: PROBLEM }, problem: PROBLEM });
  expect(after([READING], failed)).toMatchObject({ analysis: { phase: 'reading' }, problem: undefined });
});

test('what fails or is cancelled with results on screen gives them back', () => {
  const before = after(TO_SCORED);
  const failed = after([READING, { type: 'ended', problem: PROBLEM }], before);
  expect(failed.analysis).toEqual(before.analysis);
  expect(failed.problem).toBe(PROBLEM);
  const cancelled = after([TRAINING, { type: 'epoch', log: EPOCH }, { type: 'ended', problem: undefined }], before);
  expect(cancelled.analysis).toEqual(before.analysis);
});

const CANCEL: Action = { type: 'ended', problem: undefined };
const choose = (settings: Partial<State['settings']>): Action => ({ type: 'settings', settings });

test('settings of what is cancelled or fails go back to those of the results on screen', () => {
  const before = after([choose({ history: 7 }), ...TO_SCORED, choose({ candidates: 5 }), DETECTED]);
  const reread = after([choose({ encoding: 'gbk', columns: { time: 't' } }), READING], before);
  const retrained = after([choose({ history: 12 }), TRAINING, choose({ candidates: 3 })], before);
  for (const running of [reread, retrained]) {
    expect(running.settings).not.toEqual(before.settings);
    expect(after([CANCEL], running).settings).toEqual(before.settings);
    expect(after([{ type: 'ended', problem: PROBLEM }], running).settings).toEqual(before.settings);
  }
});

test('where there are no findings yet, only what the sessions depend on goes back', () => {
  const grouped = after([READING, READ, choose({ format: 'none' }), GROUPED, TRAINING]);
  const cancelled = after([choose({ history: 3, format: 'JSON' }), CANCEL], grouped);
  expect(cancelled.settings).toEqual({ ...INITIAL_STATE.settings, format: 'none', history: 3 });
  const nothing = after([choose({ history: 3, format: 'JSON' }), READING, CANCEL]);
  expect(nothing.settings).toMatchObject({ history: 3, format: 'JSON' });
});

test('masks that fail stay to be mended; those of a reading that is cancelled do not', () => {
  const parsing = { ...DEFAULT_CLASSIC, masks: ['('] };
  const running = after([choose({ parsing }), READING], after(TO_SCORED));
  expect(after([{ type: 'ended', problem: PROBLEM }], running).settings.parsing).toEqual(parsing);
  expect(after([CANCEL], running).settings.parsing).toBe('auto');
});

test('findings of sessions that are gone say nothing about settings', () => {
  const regrouped = after([...TO_SCORED, choose({ trainingPercent: 80, seed: 9 }), GROUPED, TRAINING, CANCEL]);
  expect(regrouped.settings).toMatchObject({ trainingPercent: 80, seed: 9 });
});

test('results stay beside a training that replaces them, but not beside sessions they do not fit', () => {
  expect(after([...TO_SCORED, TRAINING]).analysis).toMatchObject({ before: { model: MODEL } });
  const regrouped = after([...TO_SCORED, GROUPED, TRAINING]);
  expect(regrouped.analysis).toMatchObject({ phase: 'training', before: undefined });
  expect(regrouped.selected).toBeUndefined();
});

test('a template stays selected while models train, and not when templates are mined anew', () => {
  const SELECTED: Action = { type: 'template-selected', key: 3 as LogKey };
  expect(after([...TO_SCORED, SELECTED, TRAINING]).selectedTemplate).toBe(3);
  expect(after([...TO_SCORED, SELECTED, GROUPED]).selectedTemplate).toBeUndefined();
  expect(after([...TO_SCORED, SELECTED, READING, READ]).selectedTemplate).toBeUndefined();
});

test('sessions can be chosen anew while a model trains', () => {
  expect(after([READING, READ, GROUPED, TRAINING, GROUPED]).analysis.phase).toBe('parsed');
});

test('cancelling the first training leaves the log, cancelling before it has sessions leaves nothing', () => {
  const cancel: Action = { type: 'ended', problem: undefined };
  expect(after([READING, READ, GROUPED, TRAINING, cancel]).analysis.phase).toBe('parsed');
  expect(after([READING, READ, cancel]).analysis.phase).toBe('empty');
});

test('epochs add up, and scoring shows its share', () => {
  const state = after([
    READING,
    READ,
    GROUPED,
    TRAINING,
    { type: 'backend', backend: WASM },
    { type: 'epoch', log: EPOCH },
  ]);
  expect(state.analysis).toMatchObject({ activity: 'training', backend: WASM, epochs: [EPOCH] });
  expect(after([{ type: 'learning-values', share: 0.25 }], state).analysis).toMatchObject({
    activity: 'values',
    learntValues: 0.25,
  });
  expect(after([{ type: 'scoring', share: 0.5 }], state).analysis).toMatchObject({ activity: 'scoring', scored: 0.5 });
});

test('moving the threshold replaces the findings and nothing else', () => {
  const before = after(TO_SCORED);
  const moved = after([DETECTED], before);
  expect(moved.analysis).toEqual({ ...before.analysis, anomalies: anomalies('s9') });
  expect(moved.selected).toBe('s3');
});

test.each<Action>([
  { type: 'epoch', log: EPOCH },
  { type: 'scoring', share: 0.5 },
  { type: 'detected', anomalies: anomalies() },
  GROUPED,
  SCORED,
])('$type of a run that ended changes nothing', (late) => {
  expect(after([late]).analysis).toEqual({ phase: 'empty' });
});

test('closing goes back to the start, with the settings kept', () => {
  const closed = after([{ type: 'settings', settings: { seed: 5 } }, { type: 'closed' }], after(TO_SCORED));
  expect(closed).toEqual({ ...INITIAL_STATE, settings: { ...INITIAL_STATE.settings, seed: 5 } });
});

test('the raw log stays open from log to log, and the next one is seen from its first line', () => {
  const query = { text: 'x', isPattern: false, matchCase: false };
  const looking = after([...TO_SCORED, { type: 'viewer', viewer: { isOpen: true, goTo: { line: 7 }, query } }]);
  const only = after([{ type: 'viewer', viewer: { sessionOnly: true } }], looking);
  expect(only.viewer).toEqual({ isOpen: true, goTo: { line: 7 }, sessionOnly: true, query });
  expect(after([READING, READ], only).viewer).toEqual({ isOpen: true, goTo: { line: 1 }, sessionOnly: false, query });
  expect(after([{ type: 'closed' }], only).viewer).toEqual(INITIAL_STATE.viewer);
});

test('an interruption takes epochs back that are done again, and is told of the model too', () => {
  const epoch = (number: number): Action => ({ type: 'epoch', log: { ...EPOCH, epoch: number } });
  const died = { is: 'thread-died', epoch: 1, what: 'It died' } as const;
  const interrupted: Action = { type: 'interrupted', interruption: died, epochs: [EPOCH] };
  const training = after([READING, READ, GROUPED, TRAINING, epoch(1), epoch(2), epoch(3), interrupted, epoch(2)]);
  expect(training.analysis).toMatchObject({ epochs: [EPOCH, { ...EPOCH, epoch: 2 }], interruptions: [died] });
  const frozen = { is: 'frozen', milliseconds: 5000 } as const;
  const paused = after([{ type: 'interrupted', interruption: frozen, epochs: undefined }], training);
  expect(paused.analysis).toMatchObject({ epochs: [{ epoch: 1 }, { epoch: 2 }] });
  expect(after([SCORED], paused).analysis).toMatchObject({ model: { interruptions: [died, frozen] } });
  expect(after([interrupted], after(TO_SCORED)).analysis).toEqual(after(TO_SCORED).analysis);
});

test('runs that wait to go on are offered also when the log is closed', () => {
  const offers = [{ run: 'r', names: ['a.log'], epoch: 3, savedAt: 0, atHand: false, ofOpenLog: false }];
  expect(after([...TO_SCORED, { type: 'offers', offers }, { type: 'closed' }])).toMatchObject({ offers });
});

test('runs on a log are kept for comparison, with the settings they were made with', () => {
  const again: readonly Action[] = [{ type: 'settings', settings: { seed: 7 } }, TRAINING, SCORED];
  const { runs } = after([...TO_SCORED, ...again]);
  expect(runs.map(({ number, settings }) => [number, settings.seed])).toEqual([
    [1, INITIAL_STATE.settings.seed],
    [2, 7],
  ]);
  expect(runs[1]?.model).toMatchObject({ bestEpoch: MODEL.bestEpoch });
});

test('a model that came with a detector is no run, and another log has none yet', () => {
  const opened: Action = { type: 'scored', result: { model: { ...MODEL, end: 'detector' }, anomalies: anomalies() } };
  expect(after([READING, READ, GROUPED, TRAINING, opened]).runs).toEqual([]);
  expect(after([...TO_SCORED, READING, READ]).runs).toEqual([]);
});

const BASELINE = { name: 'a.log', lines: 100, sessions: 7, by: 'blk_<*>' };
const KEPT: Action = { type: 'baseline', baseline: BASELINE };

test('a baseline is kept when another log is opened, and when none is; it is the open log until then', () => {
  const kept = after([...TO_SCORED, KEPT]);
  expect(kept.baseline).toEqual({ summary: BASELINE, isOpenLog: true });
  expect(after([READING], kept).baseline?.isOpenLog).toBe(true);
  expect(after([READING, READ], kept).baseline).toEqual({ summary: BASELINE, isOpenLog: false });
  expect(after([{ type: 'closed' }], kept).baseline).toEqual({ summary: BASELINE, isOpenLog: false });
  expect(after([{ type: 'baseline', baseline: undefined }], kept).baseline).toBeUndefined();
});

test('who looks at the comparison goes on looking at it when the log to compare is read', () => {
  const comparing = after([...TO_SCORED, KEPT, { type: 'view', view: 'compare' }]);
  expect(after(TO_SCORED, comparing).view).toBe('compare');
  expect(after([READING, READ], after(TO_SCORED)).view).toBe('data');
});

test('templates are called what is said of them at once, also where reading is cancelled, and still when the log is closed', () => {
  const notes = [{ kind: 'name', template: 'a <*>', name: 'A' }] as const;
  const row = { key: 0 as LogKey, id: 'a <*>', text: 'a <*>', count: 1, share: 1, firstLine: 1, lastLine: 1 };
  const templates = [
    {
      ...row,
      severity: 'none',
      isNew: false,
      isCatchAll: false,
      isIgnored: false,
      nearest: undefined,
      trend: [],
    } as const,
  ];
  const grouped: Action = { type: 'grouped', grouped: { sessions: SESSIONS, templates } };
  const noted: Action = { type: 'template-notes', notes };
  const state = after([READING, READ, grouped, READING, noted, { type: 'ended', problem: undefined }]);
  expect(state.analysis).toMatchObject({ templates: [{ name: 'A', isPinned: false }] });
  expect(reduce(state, { type: 'closed' }).templateNotes).toBe(notes);
});
