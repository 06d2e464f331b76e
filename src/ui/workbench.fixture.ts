import { createStore } from 'zustand/vanilla';
import type { Commands } from '../app/commands.ts';
import { INITIAL_STATE } from '../app/initial-state.ts';
import { DEFAULT_SETTINGS } from '../app/pipeline.ts';
import type { Analysis, Parsed, Scored, Settings, State, Training } from '../app/state.ts';
import type { LogReport, SessionCandidate, SessionReport } from '../core/report/log-report.ts';
import type { Workbench } from './context.ts';
import { anomalyReport, SESSIONS, START } from './findings.fixture.ts';
import { someEpochs, TRANSITIONS } from './model.fixture.ts';
import { LINES, templateRows } from './template-rows.fixture.ts';

/** States as a real log leaves them, for component tests. */

const PREVIEW = [
  '081109 203518 143 INFO dfs.DataNode$DataXceiver: Receiving block blk_-1608999687919862906 src: /10.250.19.102:54106 dest: /10.250.19.102:50010',
  '081109 203518 35 INFO dfs.FSNamesystem: BLOCK* NameSystem.allocateBlock: /mnt/hadoop/mapred/system/job_200811092030_0001/job.jar. blk_-1608999687919862906',
  '081109 203519 143 INFO dfs.DataNode$DataXceiver: Receiving block blk_-1608999687919862906 src: /10.250.10.6:40524 dest: /10.250.10.6:50010',
  '081109 203519 145 WARN dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_-1608999687919862906 terminating',
];

const HEADER = '<date> <time> <pid> <level> <component>: <content>';
const COLUMNS = ['date', 'time', 'pid', 'level', 'component'];

function columnsOf(text: string) {
  let at = 0;
  return COLUMNS.map((name) => {
    const start = at;
    const end = text.indexOf(name === 'component' ? ':' : ' ', start);
    at = end + 1;
    return { column: name, start, end };
  });
}

function logReport(): LogReport {
  return {
    files: [{ name: 'HDFS_5k.log', size: 640_412, firstLine: 0, lines: LINES }],
    leftOut: [],
    bytes: 640_412,
    lines: LINES,
    blankLines: 0,
    joinedLines: 0,
    headerlessLines: 3,
    cutLines: 0,
    repeatedLines: 4,
    longestLine: { line: 2214, length: 2310 },
    replacedLines: 0,
    replacedCharacters: 0,
    backwardLines: 19,
    outOfOrder: 0.0042,
    encoding: 'utf-8',
    header: {
      format: 'Lines of text with a header',
      text: HEADER,
      matched: 0.9993,
      columns: COLUMNS,
      preview: Array.from({ length: 12 }, (_, i) => {
        const text = PREVIEW[i % PREVIEW.length] ?? '';
        const columns = columnsOf(text);
        const content = { start: (columns.at(-1)?.end ?? 0) + 2, end: text.length };
        return { line: i + 1, text, joined: false, spans: [...columns, content] };
      }),
    },
    formats: [
      { name: 'Lines of text with a header', header: HEADER, share: 0.9993, chosen: true },
      { name: 'logfmt', header: '<content>', share: 0.12, chosen: false },
    ],
    fileFormats: [],
    classic: undefined,
    widened: undefined,
    span: { first: START, last: START + 900_000 },
    clock: { counts: 'utc', zone: 'the log names no zone' },
    buckets: Array.from({ length: 60 }, (_, i) => ({
      from: START + i * 15_000,
      lines: Math.round(75 + 40 * Math.sin(i / 5)),
      warnings: i % 9 === 0 ? 6 : 1,
      errors: i % 20 === 0 ? 2 : 0,
      infos: 30,
    })),
    secondsToRead: 0.41,
  };
}

function candidate(over: Partial<SessionCandidate>): SessionCandidate {
  return {
    rule: { by: 'identifier', identifier: { kind: 'token', before: '', prefix: 'blk_', body: 'number' } },
    label: 'blk_<*>',
    coverage: 0.9993,
    sessions: SESSIONS,
    lengths: { p25: 19, p50: 31, p95: 44 },
    gainBits: 1.93,
    example: PREVIEW.slice(0, 3),
    ...over,
  };
}

export function sessionReport(count = SESSIONS): SessionReport {
  const indices = Array.from({ length: count }, (_, i) => i);
  const training = Math.round(count * 0.48);
  const validation = Math.round(count * 0.12);
  return {
    chosen: candidate({}),
    candidates: [
      candidate({}),
      candidate({
        rule: { by: 'identifier', identifier: { kind: 'column', column: 2, name: 'pid' } },
        label: 'pid',
        coverage: 0.9993,
        sessions: 1204,
        lengths: { p25: 1, p50: 2, p95: 9 },
        gainBits: 0.41,
      }),
      candidate({
        rule: { by: 'pause', milliseconds: 5000 },
        label: 'pauses of 5 s',
        coverage: 1,
        sessions: 41,
        gainBits: 0.02,
      }),
    ],
    reason:
      'It groups 99.9 % of the lines into 110 sessions of about 31 lines, and inside them the order is easiest to foresee.',
    sessions: count,
    split: { earlier: 0, training, validation, rest: count - training - validation, openAtEnd: 3, openAtStart: 0 },
    transitions: TRANSITIONS,
    lengths: [1, 2, 4, 8, 16, 32, 64].map((from, i) => ({ from, sessions: [0, 1, 3, 9, 52, 38, 7][i] ?? 0 })),
    leftOut: [],
    rows: {
      ids: indices.map((i) => `blk_${i % 2 ? '-' : ''}${(1608999687919 + i * 7919 * 104729).toString()}`),
      events: Int32Array.from(indices, (i) => 14 + ((i * 7) % 40)),
      firstLine: Int32Array.from(indices, (i) => 1 + i * 40),
      firstTime: Float64Array.from(indices, (i) => START + i * 8000),
      lastTime: Float64Array.from(indices, (i) => START + i * 8000 + 4000 + ((i * 977) % 60_000)),
    },
  };
}

export function parsed(): Parsed {
  return { log: logReport(), templates: templateRows(), sessions: sessionReport() };
}

export function training(over: Partial<Training> = {}): Training {
  return {
    backend: { backend: 'wasm', reason: 'WebGL is drawn by software here: a step took 31 ms, on WASM 4 ms.' },
    epochs: someEpochs(14),
    windows: 2690,
    distinctWindows: 412,
    interruptions: [],
    activity: 'training',
    learntValues: 0,
    scored: 0,
    before: undefined,
    ...over,
  };
}

export function scored(): Scored {
  return {
    model: {
      backend: { backend: 'wasm', reason: 'WebGL is drawn by software here: a step took 31 ms, on WASM 4 ms.' },
      epochs: someEpochs(42),
      bestEpoch: 30,
      end: 'early-stop',
      windows: 2690,
      distinctWindows: 412,
      interruptions: [],
    },
    anomalies: anomalyReport(),
  };
}

const SETTINGS: Settings = { ...DEFAULT_SETTINGS, epochs: 100 };
export function stateOf(analysis: Analysis, over: Partial<State> = {}): State {
  return { ...INITIAL_STATE, analysis, settings: SETTINGS, network: 'locked', ...over };
}

export const scoredState = (over: Partial<State> = {}): State =>
  stateOf({ phase: 'scored', ...parsed(), ...scored() }, over);

const ignore = () => undefined;

const COMMANDS: Commands = {
  openFiles: ignore,
  openLabels: ignore,
  openTemplates: ignore,
  openText: ignore,
  openAnyway: ignore,
  openSample: ignore,
  openDetector: ignore,
  closeDetector: ignore,
  change: ignore,
  cancel: ignore,
  stopAndKeep: ignore,
  pause: ignore,
  trainAgain: ignore,
  continueTraining: ignore,
  modelMemory: () => Promise.resolve(undefined),
  resume: ignore,
  forgetRun: ignore,
  close: ignore,
  show: ignore,
  select: ignore,
  selectTemplate: ignore,
  nameTemplate: ignore,
  pinTemplate: ignore,
  removeNote: ignore,
  mark: ignore,
  removeMark: ignore,
  undoMark: ignore,
  learnMarks: ignore,
  acceptLearning: ignore,
  discardLearning: ignore,
  rollBack: ignore,
  exportMarks: ignore,
  importMarks: ignore,
  filter: ignore,
  dismissProblem: ignore,
  checkNetwork: ignore,
  requests: () => [],
  memory: () => Promise.resolve([]),
  servedPolicy: () => Promise.resolve(null),
  keptFiles: () => Promise.resolve(0),
  keepDetector: ignore,
  openKeptDetector: ignore,
  forgetAnalysis: ignore,
  forgetAnalyses: ignore,
  takeNewerVersion: ignore,
  leaveNewerVersion: ignore,
  inspect: () => Promise.resolve(undefined),
  diagnose: () => Promise.resolve(undefined),
  lineValues: () => Promise.resolve([]),
  components: () => Promise.resolve(undefined),
  nearestNormal: () => Promise.resolve(undefined),
  drift: () => Promise.resolve(undefined),
  addLog: ignore,
  workflow: () => Promise.resolve(undefined),
  workflowPicture: () => Promise.resolve(undefined),
  waySessions: () => Promise.resolve({ total: 0, rows: [] }),
  keepBaseline: ignore,
  dropBaseline: ignore,
  compareWith: ignore,
  comparison: () => Promise.resolve(undefined),
  comparisonAt: () => Promise.resolve(undefined),
  comparedSessions: () => Promise.resolve({ total: 0, rows: [] }),
  rawLines: () => Promise.resolve({ ok: true, value: [] }),
  linesOf: () => Promise.resolve({ ok: true, value: [] }),
  previewEdits: () => Promise.resolve({ ok: true, value: undefined }),
  parameters: () => new Promise(() => undefined),
  openViewer: ignore,
  changeViewer: ignore,
  viewLines: () => Promise.resolve({ ok: true, value: [] }),
  sessionLines: () => Promise.resolve(new Int32Array(0)),
  search: () => Promise.resolve('cancelled'),
  cancelSearch: ignore,
  saveFile: ignore,
  saveTable: ignore,
  save: ignore,
};

/** With commands that do nothing, but for those given. */
export function workbenchOf(state: State, over: Partial<Commands> = {}): Workbench {
  return { store: createStore<State>(() => state), commands: { ...COMMANDS, ...over } };
}
