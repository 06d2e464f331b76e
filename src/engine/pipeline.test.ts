import { beforeAll, describe, expect, test } from 'vitest';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { LogReport, SessionRule } from '../core/report/log-report.ts';
import type { TrainedKeyModel } from '../core/sequence/key-model.ts';
import type { Grouped } from './data.api.ts';
import { generateLog, type Oddity, timedHeader } from './generated-log.fixture.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const ODD: ReadonlyMap<number, Oddity> = new Map([
  [80, 'crash'],
  [88, 'early'],
  [95, 'swapped'],
]);
const LOG = generateLog({ jobs: 110, odd: ODD, header: timedHeader });
const BYTES = new TextEncoder().encode(LOG.text);
const LINES = LOG.text.split('\n');
/** Session, cause and, counted from 0, which of its lines is odd. */
const EXPECTED = [
  ['job_1560', 'new-template', 3],
  ['job_1616', 'ended-early', 1],
  ['job_1665', 'unexpected-key', 1],
] as const;

const pipeline = new TestPipeline();
let opened: LogReport;
let grouped: Grouped;
let model: TrainedKeyModel;
let anomalies: AnomalyReport;
let detector: Uint8Array<ArrayBuffer>;

const briefly = ({ findings }: AnomalyReport) => findings.map(({ session, cause }) => [session, cause]);

/** The line that begins at this byte. */
function lineAt(bytes: Uint8Array, offset: number): string {
  const end = bytes.indexOf(10, offset);
  return new TextDecoder().decode(bytes.subarray(offset, end < 0 ? bytes.length : end));
}

beforeAll(async () => {
  opened = await pipeline.open(LOG.text);
  grouped = await pipeline.group();
  ({ model, anomalies } = await pipeline.train());
  detector = await pipeline.data.saveDetector(model);
});

describe('a log of jobs', () => {
  test('is read, mined and grouped by the id of the job', () => {
    expect(opened).toMatchObject({ lines: LINES.length - 1, blankLines: 0, headerlessLines: 0, outOfOrder: 0 });
    expect(opened.header.text).toBe('<date> <time> <level> <component>: <content>');
    expect(opened.bytes).toBe(BYTES.length);
    expect(grouped.templates.map(({ text, isNew }) => [text, isNew])).toEqual([
      ['Accepted <*> from <*>', false],
      ['Finished <*> after <*> ms', false],
      ['Loading <*> rows for <*>', false],
      ['Transforming all of <*> in <*> parts – naïvely', false],
      ['Writing the result of <*> to <*>', false],
      ['Disk failure while <*> was writing', true],
    ]);
    const { chosen, reason, sessions, split } = grouped.sessions;
    expect([chosen.label, chosen.coverage, chosen.lengths.p50, sessions]).toEqual(['job_<*>', 1, 5, 110]);
    expect(reason).toMatch(/^job_<\*> groups 100\u00a0% of the lines into 110 sessions of about 5 lines; inside them/);
    expect(split).toEqual({ earlier: 0, training: 44, validation: 22, rest: 44, openAtEnd: 0, openAtStart: 0 });
  });

  test('findings name the odd jobs and nothing else', () => {
    expect(briefly(anomalies)).toEqual(EXPECTED.map(([session, cause]) => [session, cause]));
    expect(anomalies).toMatchObject({ sessions: 110, rest: 44, flaggedRest: 3, warning: undefined });
  });

  test('each finding points at the odd line, by number and by byte', () => {
    EXPECTED.forEach(([session, , nth], index) => {
      const finding = anomalies.findings[index];
      const own = LOG.linesOf.get(session) ?? [];
      const line = own[nth] ?? -1;
      expect(finding).toMatchObject({
        line: line + 1,
        firstLine: (own[0] ?? -1) + 1,
        lastLine: (own.at(-1) ?? -1) + 1,
        file: 'app.log',
      });
      expect(lineAt(BYTES, finding?.byteOffset ?? -1)).toBe(LINES[line]);
      expect(finding?.timestamp).toBe(Date.parse(`${LINES[line]?.slice(0, 19)}Z`));
      expect(finding?.reason).toContain(`At line ${line + 1} (${LINES[line]?.slice(0, 19)}), ${session} `);
    });
  });

  test('inspecting a job shows all of its events and its end', async () => {
    const detail = await pipeline.data.inspect('job_1560');
    expect(detail).toMatchObject({ session: 'job_1560', part: 'rest', openAtEnd: false });
    expect(detail?.events.map(({ line }) => line - 1)).toEqual([
      ...(LOG.linesOf.get('job_1560') ?? []),
      LOG.linesOf.get('job_1560')?.at(-1),
    ]);
    expect(detail?.events[3]).toMatchObject({ template: 'Disk failure while <*> was writing', probability: 0 });
    expect(detail?.events.at(-1)).toMatchObject({ key: -1, template: 'end of the session' });
    expect(await pipeline.data.diagnose('job_1560', 'expected')).toMatch(
      /^It took 4 of the 5 steps due on its way and 1 event beside them, by the workflow of 66 normal sessions\. After "[^"]+", "Disk failure while <\*> was writing" came where "[^"]+" was due\./,
    );
    const normal = await pipeline.data.inspect('job_1000');
    expect([normal?.part, await pipeline.data.diagnose('job_1000', 'expected')]).toEqual(['training', undefined]);
    expect(await pipeline.data.inspect('job_1')).toBeUndefined();
  });

  test('raw lines are those of the file, around the line or in its session', async () => {
    const line = anomalies.findings[0]?.line ?? 0;
    const request = { session: 'job_1560', line, each: 2, sessionOnly: false };
    const around = expectValue(await pipeline.data.rawLines(request));
    expect(around.map(({ line: at, text }) => [at, text])).toEqual(
      [-2, -1, 0, 1, 2].map((step) => [line + step, LINES[line + step - 1]]),
    );
    expect(around.map(({ inSession }) => inSession)).toEqual(around.map(({ text }) => text.includes('job_1560 ')));
    const own = expectValue(await pipeline.data.rawLines({ ...request, each: 99, sessionOnly: true }));
    expect(own.map(({ text }) => text)).toEqual((LOG.linesOf.get('job_1560') ?? []).map((at) => LINES[at]));
  });

  test('moving the budget flags more or fewer, without the model', async () => {
    const flagged = async (budget: number, candidates: number | 'auto' = 'auto') =>
      (await pipeline.data.detect({ budget, candidates })).findings.length;
    expect(await flagged(0.001, 1)).toBeGreaterThanOrEqual(anomalies.findings.length);
    expect(await flagged(0.001, 1000)).toBeLessThanOrEqual(anomalies.findings.length);
    expect(await flagged(0.5)).toBeGreaterThanOrEqual(anomalies.findings.length);
    expect(await flagged(0.001)).toBe(anomalies.findings.length);
  });

  test('a scoring that is cancelled leaves the scores before it', async () => {
    const { data } = pipeline;
    const options = { budget: 0.001, candidates: 'auto' } as const;
    const before = await data.detect(options);
    const { symbols } = model.weights.shape;
    await data.beginScoring(model.weights.shape.history);
    await data.addProbabilities(0, 1, new Float32Array(symbols));
    expect(await data.detect(options)).toEqual(before);
  });

  test('a training that is cancelled changes nothing in the detector', async () => {
    await pipeline.data.windows(model.weights.shape.history - 3);
    expect(await pipeline.data.saveDetector(model)).toEqual(detector);
  });

  test('exports hold the findings and the templates', async () => {
    const sessions = (await pipeline.exported('findings-jsonl')).trim().split('\n');
    expect(sessions.map((line) => JSON.parse(line).session)).toEqual(EXPECTED.map(([session]) => session));
    expect((await pipeline.exported('findings-csv')).trim().split('\n')).toHaveLength(4);
    expect((await pipeline.exported('templates-csv')).trim().split('\n')).toHaveLength(7);
  });
});

describe('a saved detector', () => {
  const second = generateLog({
    jobs: 40,
    odd: new Map([
      [10, 'swapped'],
      [20, 'crash'],
      [30, 'early'],
    ]),
    seed: 9,
    header: timedHeader,
  });

  async function score(bytes: Uint8Array, text: string) {
    const other = new TestPipeline();
    const run = await other.openDetector(bytes);
    await other.open(text, 'second.log');
    const groups = await other.group();
    return { other, groups, report: await run() };
  }

  test('finds in the same log what was found before it was saved', async () => {
    const { report } = await score(detector, LOG.text);
    const renamed = anomalies.findings.map((finding) => ({ ...finding, file: 'second.log' }));
    expect(report.findings).toEqual(renamed);
    expect(report.threshold).toEqual(anomalies.threshold);
  });

  test('scores another log whole, with its own templates', async () => {
    const { other, groups, report } = await score(detector, second.text);
    expect(new Set(briefly(report).map(String))).toEqual(
      new Set(['job_1070,unexpected-key', 'job_1140,new-template', 'job_1210,ended-early']),
    );
    expect(report).toMatchObject({ sessions: 40, rest: 40, flaggedRest: 3 });
    const drift = await other.data.drift();
    expect(drift).toMatchObject({ newLines: 1, knowsCounts: true, flagged: { value: 0.075 } });
    expect(drift?.templates.map(({ change }) => change)).toEqual([...new Array(5).fill('steady'), 'new']);
    expect(drift?.templates.slice(0, 5).map(({ before }) => before.inSessions)).toEqual(new Array(5).fill(1));
    expect(groups.sessions.split).toMatchObject({ training: 0, validation: 0, rest: 40 });
    expect(groups.templates.slice(0, 5).map(({ text }) => text)).toEqual(
      grouped.templates.slice(0, 5).map(({ text }) => text),
    );
  });

  test('scores a log of one job', async () => {
    const lines = (second.linesOf.get('job_1140') ?? []).map((line) => second.text.split('\n')[line]);
    const { report } = await score(detector, lines.join('\n'));
    expect(briefly(report)).toEqual([['job_1140', 'new-template']]);
  });

  test('is not needed any more once it is closed', async () => {
    const { other } = await score(detector, second.text);
    await other.data.closeDetector();
    await other.open(LOG.text);
    await other.group();
    expect(briefly((await other.train()).anomalies)).toEqual(briefly(anomalies));
  });

  test('is the same bytes for the same log and seed', async () => {
    const again = new TestPipeline();
    await again.open(LOG.text);
    await again.group();
    const trained = await again.train();
    expect(await again.data.saveDetector(trained.model)).toEqual(detector);
    const other = await again.train({ seed: 2 });
    expect(await again.data.saveDetector(other.model)).not.toEqual(detector);
  });

  test('one that is none is refused, and the one before stays', async () => {
    const { other } = await score(detector, second.text);
    expect(await other.data.openDetector(new Uint8Array(100), 'x.deeplog')).toMatchObject({
      ok: false,
      problem: { code: 'bad-detector' },
    });
    await other.open(second.text);
    expect((await other.group()).sessions.split.rest).toBe(40);
  });

  test('of a log of another shape says so, and scores it where a person wants that', async () => {
    const other = new TestPipeline();
    const run = await other.openDetector(detector);
    const lines = Array.from({ length: 60 }, (_, i) => `worker ${i % 3} is at step ${i} of job_${1000 + (i % 12)}`);
    await other.open(lines.join('\n'), 'other.log');
    const problem = await other.tryGroup({});
    expect(problem?.code).toBe('other-shape');
    expect(problem?.message.replaceAll('\u00a0', ' ')).toBe(
      'other.log is not like app.log, which the detector learnt from: none of its lines have the header ' +
        "<date> <time> <level> <component>: <content>; 100 % of its lines match none of the detector's templates.",
    );
    await other.group({ scoreAnyway: true });
    expect((await run()).findings).toHaveLength(12);
  });

  test('of a log without its sessions says so', async () => {
    const other = new TestPipeline();
    await other.openDetector(detector);
    await other.open('2024-05-01 10:00:00 INFO worker: Nothing to do\n');
    expect(await other.tryGroup({})).toEqual({
      code: 'no-sessions',
      message: 'No line of app.log names a session by job_<*>.',
      advice: 'Choose another session identifier.',
    });
  });
});

describe('sessions by another rule', () => {
  const other = new TestPipeline();
  const pattern = (source: string): SessionRule => ({ by: 'identifier', identifier: { kind: 'pattern', source } });

  beforeAll(async () => {
    await other.open(LOG.text);
  });

  test('a pattern of the person: its first group is the identifier', async () => {
    const { sessions } = await other.group({ sessionRule: pattern('job_(\\d+)') });
    expect(sessions).toMatchObject({ sessions: 110, reason: 'Sessions by job_(\\d+), as you chose.' });
    expect(sessions.rows.ids[0]).toBe('1000');
    expect(sessions.candidates.map(({ label }) => label)).toContain('job_<*>');
    expect((await other.train()).anomalies.findings.map(({ session }) => session)).toEqual(['1560', '1616', '1665']);
  });

  test('a bad pattern is a problem, and the sessions before stay', async () => {
    await other.group();
    expect(await other.tryGroup({ sessionRule: pattern('job_(') })).toMatchObject({ code: 'bad-pattern' });
    expect(await other.tryGroup({ sessionRule: pattern(' ') })).toMatchObject({ code: 'bad-pattern' });
    expect(await other.tryGroup({ sessionRule: pattern('task-\\d+') })).toMatchObject({
      code: 'no-sessions',
      message: 'No line of app.log names a session by task-\\d+.',
    });
    const raw = expectValue(await other.data.rawLines({ session: 'job_1000', line: 1, each: 0, sessionOnly: true }));
    expect(raw).toMatchObject([{ line: 1, inSession: true }]);
  });

  test('a column of the header', async () => {
    const column = opened.header.columns.indexOf('level');
    const { sessions } = await other.group({
      sessionRule: { by: 'identifier', identifier: { kind: 'column', column, name: 'level' } },
    });
    expect([sessions.rows.ids, sessions.sessions]).toEqual([['INFO'], 1]);
  });

  test('equal numbers of lines, and equal spans of time: pieces, cut on both sides', async () => {
    const byLines = await other.group({ sessionRule: { by: 'lines', lines: 50 } });
    expect(byLines.sessions).toMatchObject({ sessions: 11, split: { openAtEnd: 11, openAtStart: 11 } });
    expect(byLines.sessions.rows.ids[0]).toBe('window 1');
    const byTime = await other.group({ sessionRule: { by: 'time', milliseconds: 60_000 } });
    expect(byTime.sessions.sessions).toBe(4);
    expect((await other.train({ history: 3, epochs: 2 })).anomalies.sessions).toBe(4);
  });

  test('back to the one that was chosen from the evidence', async () => {
    expect((await other.group()).sessions.chosen).toEqual(grouped.sessions.chosen);
  });
});
