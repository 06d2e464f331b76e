import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { marksJsonLines } from '../../src/bundle/marks-file.ts';
import type { Mark } from '../../src/core/detect/marks/mark.ts';
import { generateLog, type Oddity, timedHeader } from '../../src/engine/generated-log.fixture.ts';
import { analyze, type Ended } from './command.fixture.ts';

const HDFS = '../shared/data/hdfs/HDFS_5k.log';
const HDFS_LABELS = '../shared/data/hdfs/HDFS_5k.block_labels.csv';

const folder = mkdtempSync(join(tmpdir(), 'analyze-'));
const at = (...names: readonly string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

function writeLog(name: string, jobs: number, odd: ReadonlyMap<number, Oddity>, seed: number): string {
  const { text, linesOf } = generateLog({ jobs, odd, seed, header: timedHeader });
  writeFileSync(at(name), text);
  const labels = [...linesOf.keys()].map((id, job) => `${id},${odd.has(job) ? 'Anomaly' : 'Normal'}`);
  writeFileSync(at(`${name}.labels.csv`), ['id,label', ...labels].join('\n'));
  return at(name);
}

const first = writeLog(
  'first.log',
  110,
  new Map([
    [80, 'crash'],
    [88, 'early'],
    [95, 'swapped'],
  ]),
  1,
);
const second = writeLog(
  'second.log',
  40,
  new Map([
    [10, 'swapped'],
    [20, 'crash'],
    [30, 'early'],
  ]),
  9,
);
/** The second log's job that ends early, which a person calls normal. */
const NORMAL: Mark = {
  session: 'job_1210',
  file: 'second.log',
  line: 1,
  firstLine: 1,
  lastLine: 1,
  signature: undefined,
  verdict: 'normal',
  reach: 'session',
  note: '',
  time: 0,
};
const MARKS = ['--marks', at('marks.jsonl')];
const QUICK = ['--epochs', '10', '--backend', 'wasm'];
const findingsIn = (directory: string) => readFileSync(at(directory, 'findings.jsonl'), 'utf8');

/** Names of all fields, inner ones behind a dot. */
function fieldsOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' && inner !== null ? fieldsOf(inner, `${prefix}${name}.`) : [`${prefix}${name}`],
  );
}

const SUMMARY_FIELDS = [
  ...['lines', 'records', 'unparsed', 'templates', 'sessions', 'openSessions', 'flagged', 'peakMemoryMiB'],
  ...['session.by', 'session.coverage', 'session.gainBits', 'format.header', 'format.encoding'],
  ...['model.history', 'model.units', 'model.layers', 'model.keys', 'model.epochs', 'model.trainLoss'],
  ...['model.validationLoss', 'model.backend', 'model.distinctWindows', 'model.windows'],
  ...['threshold.budget', 'threshold.candidates', 'threshold.probability', 'threshold.validationSessions'],
  ...['seconds.read', 'seconds.mine', 'seconds.train', 'seconds.score', 'seconds.total'],
];
const METRICS_FIELDS = ['precision', 'recall', 'f1'].flatMap((name) => [`metrics.${name}`, `metrics.heldOut.${name}`]);

describe('analyze', () => {
  let trained: Ended;

  beforeAll(async () => {
    writeFileSync(at('marks.jsonl'), marksJsonLines([NORMAL]));
    const files = ['--save', at('d.deeplog'), '--out', at('trained'), '--labels', `${first}.labels.csv`];
    trained = await analyze([first, ...QUICK, ...files, '--json']);
  });

  test('prints one JSON object with the documented fields, and its progress beside', () => {
    expect(trained.status).toBe(0);
    expect(trained.stdout.trim().split('\n')).toHaveLength(1);
    const summary = JSON.parse(trained.stdout);
    const causes = ['causes.new-template', 'causes.ended-early', 'causes.unexpected-key'];
    const { metrics, labels, ...others } = summary;
    expect(fieldsOf(others).sort()).toEqual([...SUMMARY_FIELDS, ...causes].sort());
    expect(fieldsOf({ metrics })).toEqual(expect.arrayContaining(METRICS_FIELDS));
    expect(metrics.detectors.markov.heldOut.intervals.recall).toHaveLength(2);
    expect(labels).toMatchObject({ source: 'first.log.labels.csv', labelled: 110, anomalous: 3, unknown: 0 });
    expect(trained.stderr).toContain('job_<*> groups 100');
    expect(trained.stderr).toContain('pass 1: training loss');
  });

  test('finds the odd jobs', () => {
    expect(JSON.parse(trained.stdout)).toMatchObject({
      unparsed: 0,
      templates: 6,
      sessions: 110,
      openSessions: 0,
      session: { by: 'job_<*>', coverage: 1 },
      format: { encoding: 'utf-8' },
      model: { history: 10, units: 64, layers: 2, keys: 5, backend: 'wasm' },
      threshold: { budget: 0.001, validationSessions: 66 },
      flagged: 3,
      causes: { 'new-template': 1, 'ended-early': 1, 'unexpected-key': 1 },
      metrics: { precision: 1, recall: 1, f1: 1, heldOut: { precision: 1, recall: 1, f1: 1 } },
    });
  });

  test('writes findings, templates and the detector', () => {
    const findings = findingsIn('trained').trim().split('\n');
    expect(findings.map((line) => JSON.parse(line).session)).toEqual(['job_1560', 'job_1616', 'job_1665']);
    for (const name of ['findings.csv', 'findings.parquet', 'templates.csv'])
      expect(existsSync(at('trained', name))).toBe(true);
    expect(readFileSync(at('trained', 'detector.deeplog'))).toEqual(readFileSync(at('d.deeplog')));
  });

  test('a saved detector finds what --score finds', async () => {
    const scored = await analyze([first, '--score', second, ...QUICK, '--out', at('scored'), '--json']);
    const files = ['--detector', at('d.deeplog'), '--out', at('detected')];
    const detected = await analyze([second, ...files, ...MARKS, '--json']);
    expect([scored.status, detected.status]).toEqual([0, 0]);
    expect(findingsIn('detected')).toBe(findingsIn('scored'));
    expect(findingsIn('detected').trim().split('\n')).toHaveLength(3);
    expect(readFileSync(at('scored', 'detector.deeplog'))).toEqual(readFileSync(at('d.deeplog')));
    expect(existsSync(at('detected', 'detector.deeplog'))).toBe(false);
    const { model } = JSON.parse(scored.stdout);
    const summary = JSON.parse(detected.stdout);
    expect(summary).toMatchObject({ sessions: 40, flagged: 3, model: { epochs: model.epochs, keys: 5 } });
    expect(summary.marks).toEqual({ read: 1, hiding: 1, hidden: 1 });
    expect(summary.drift).toMatchObject({ trainAgain: false, newLines: 1, templates: { new: 1, gone: 0 } });
    expect(summary.drift.sentence).toMatch(/^No need to train again: 0.51\s% of the lines are new, 7.5\s% of the/);
    expect(readFileSync(at('detected', 'report.html'), 'utf8')).toContain(summary.drift.sentence);
  });

  test('adds a log to a detector, which then knows both', async () => {
    const files = ['--detector', at('d.deeplog'), '--save', at('both.deeplog')];
    const added = await analyze([second, ...files, '--add', ...QUICK]);
    expect(added).toMatchObject({ status: 0, stdout: expect.stringContaining('3 sessions are unusual.') });
    const { stdout } = await analyze([second, '--detector', at('both.deeplog'), '--json']);
    expect(JSON.parse(stdout).drift).toMatchObject({ trainAgain: false, newLines: 0, templates: { new: 0, gone: 0 } });
  });

  test('prints for people without --json', async () => {
    const { status, stdout } = await analyze([second, '--detector', at('d.deeplog'), ...MARKS]);
    expect(status).toBe(0);
    expect(stdout).toContain('40 sessions by job_<*>\n2 sessions are unusual.');
    expect(stdout).toContain('\n1 finding hidden by 1 mark; --show-hidden lists them.\n');
    expect(stdout).not.toContain(NORMAL.session);
    expect(stdout).toContain('  new-template: At line ');
    expect(stdout).toContain('\nNo need to train again: ');
  });

  test('scores standard input as it comes: findings as JSON Lines, the same as of the file without what marks hide', async () => {
    const input = readFileSync(second, 'utf8');
    const words = ['--detector', at('d.deeplog'), '-', '--idle', '30', ...MARKS];
    const { status, stdout, stderr } = await analyze(words, input);
    expect(status).toBe(0);
    const placesIn = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .filter(({ session }) => session !== NORMAL.session)
        .map(({ session, cause, line, byteOffset }) => ({ session, cause, line, byteOffset }))
        .sort((a, b) => a.line - b.line);
    expect(stdout).not.toContain(NORMAL.session);
    expect(placesIn(stdout)).toEqual(placesIn(findingsIn('detected')));
    expect(stderr.split('\n')).toEqual([
      'a session closes after 30\u00a0s without it',
      '197 lines, 40 sessions, 3 of them unusual',
      '1 finding hidden by 1 mark; --show-hidden lists them',
      '',
    ]);
    const packed = await analyze(['--detector', at('d.deeplog'), '-'], '\u001f\u008b');
    expect(packed.status).toBe(1);
  });
});

describe('classic Drain', () => {
  const CLASSIC = ['--parser', 'classic', '--mask', '\\d+', '--log-format', '<Date> <Time> <Level> <Content>'];

  test('lists lines without the log format, and a detector keeps its settings', async () => {
    const text = readFileSync(first, 'utf8').split('\n');
    text.splice(2, 0, 'stray');
    writeFileSync(at('stray.log'), text.join('\n'));
    const run = await analyze([at('stray.log'), ...CLASSIC, ...QUICK, '--save', at('classic.deeplog'), '--json']);
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('1 of ');
    expect(run.stderr).toContain('lines do not have the log format and get no template: lines 3\n');
    const summary = JSON.parse(run.stdout);
    expect(summary).toMatchObject({ unparsed: 1, sessions: 110, session: { by: 'job_<*>' } });
    const scored = await analyze([second, '--detector', at('classic.deeplog'), '--json']);
    expect(scored.status).toBe(0);
    expect(JSON.parse(scored.stdout)).toMatchObject({ unparsed: 0, sessions: 40, flagged: 3 });
  });

  test('a mask that is no expression ends with status 2 and a sentence that names it', async () => {
    const { status, stdout, stderr } = await analyze([second, '--parser', 'classic', '--mask', '(']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^The mask \( cannot be used\. .+\.\n$/);
  });

  test('a log format without content ends with status 1', async () => {
    const { status, stderr } = await analyze([second, '--parser', 'classic', '--log-format', '<Date>']);
    expect(status).toBe(1);
    expect(stderr).toContain('The log format <Date> has no <Content>.');
  });
});

describe('bad input ends with status 1 and a sentence that names it', () => {
  test('a log that is not there', async () => {
    const { status, stdout, stderr } = await analyze([at('none.log'), '--json']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/none\.log cannot be read: ENOENT.*Check the path\.\n$/);
  });

  test('an empty log, a detector that is none or not there', async () => {
    writeFileSync(at('empty.log'), '');
    expect(await analyze([at('empty.log')])).toMatchObject({
      status: 1,
      stderr: 'empty.log is empty. Choose a file that has log lines.\n',
    });
    const none = await analyze([second, '--detector', second]);
    expect(none.status).toBe(1);
    expect(none.stderr).toMatch(/second\.log is not a detector this program can use: it is no zip archive/);
    const missing = await analyze([second, '--detector', at('none.deeplog')]);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toMatch(/none\.deeplog cannot be read: ENOENT.*Check the path\.\n$/);
  });

  test('a place that cannot be written to', async () => {
    const files = ['--detector', at('trained/detector.deeplog'), '--out', first];
    const { status, stdout, stderr } = await analyze([second, ...files]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/first\.log\/findings\.jsonl cannot be written: .*Check the path\.\n$/);
  });
});

test.skipIf(!existsSync(HDFS))(`finds most of the odd blocks of ${HDFS} (skipped where it is missing)`, async () => {
  const files = ['--labels', HDFS_LABELS, '--out', at('hdfs')];
  const { status, stdout } = await analyze([HDFS, ...files, ...QUICK, '--json']);
  expect(status).toBe(0);
  const summary = JSON.parse(stdout);
  expect(summary).toMatchObject({ lines: 4519, sessions: 110, session: { by: 'blk_<*>' } });
  const rows = Papa.parse<string[]>(readFileSync(HDFS_LABELS, 'utf8')).data;
  const anomalous = new Set(rows.filter(([, label]) => label === 'Anomaly').map(([id]) => id));
  const flagged = findingsIn('hdfs')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).session);
  const found = flagged.filter((session) => anomalous.has(session)).length;
  expect(anomalous.size).toBe(10);
  expect(found).toBeGreaterThanOrEqual(5);
  expect(flagged.length - found).toBeLessThanOrEqual(5);
});

test('two logs are compared, as text and as one JSON object', async () => {
  const crashing = new Map([...Array(40).keys()].map((job): [number, Oddity] => [2 * job, 'crash']));
  const bad = writeLog('bad.log', 80, crashing, 3);
  const text = await analyze(['--compare', first, bad]);
  expect(text.status).toBe(0);
  expect(text.stdout).toContain('  more: Disk failure while <*> was writing  0.91');
  const { status, stdout } = await analyze([first, '--compare', bad, '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    baseline: { name: 'first.log' },
    log: { name: 'bad.log' },
    rows: expect.arrayContaining([expect.objectContaining({ change: 'more', log: { part: 40, whole: 80 } })]),
  });
  const other = await analyze([first, '--compare', first, '--session', 'time:nonsense']);
  expect(other.status).toBe(1);
});

test('one log is compared with itself before and after a time', async () => {
  const later = new Map([...Array(20).keys()].map((job): [number, Oddity] => [40 + 2 * job, 'crash']));
  const worse = writeLog('worse.log', 80, later, 3);
  const { status, stdout } = await analyze([worse, '--compare-at', '2024-05-01T10:01:20']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/running at that time (is|are) left out/);
  expect(stdout).toContain('  appeared: Disk failure while <*> was writing  0');
  const outside = await analyze([worse, '--compare-at', '2025-05-01']);
  expect(outside).toMatchObject({ status: 1, stderr: expect.stringContaining('is not within worse.log') });
});
