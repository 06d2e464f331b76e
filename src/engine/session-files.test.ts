import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../core/base/random.ts';
import type { Finding } from '../core/detect/finding.ts';
import type { TrainedKeyModel } from '../core/sequence/key-model.ts';
import { generateLog } from './generated-log.fixture.ts';
import { TestPipeline } from './pipeline.fixture.ts';

/** Sessions of keys as DeepLog's scripts read them; some hold a key that no other has. */
function sequences(count: number, odd: ReadonlySet<number>, seed: number): string {
  const random = createRandom(seed);
  const rows = Array.from({ length: count }, (_, session) => {
    const replicas = Array.from({ length: 1 + Math.floor(3 * random.uniform()) }, () => '11 9').join(' ');
    return `5 22 ${replicas} ${odd.has(session) ? '28 ' : ''}26 26`;
  });
  return `${rows.join('\n')}\n`;
}

type Row = Readonly<Record<'session' | 'flagged' | 'score' | 'cause' | 'events' | 'firstLine' | 'part', string>>;
const rowsOf = (csv: string) => Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
const flaggedIn = (csv: string) => rowsOf(csv).flatMap(({ session, flagged }) => (flagged === 'true' ? [session] : []));

describe('in place of the scripts of DeepLog', () => {
  const pipeline = new TestPipeline();
  const train = sequences(120, new Set([90, 110]), 1);
  let model: TrainedKeyModel;
  let findings: readonly Finding[];

  beforeAll(async () => {
    await pipeline.open(train, 'Train.csv');
    await pipeline.group();
    const trained = await pipeline.train({ epochs: 3 });
    model = trained.model;
    findings = trained.anomalies.findings;
  });

  test('key sequences leave as they came', async () => {
    expect(await pipeline.exported('key-sequences')).toBe(train);
  });

  test('each session has a prediction, in the order of the file', async () => {
    const predictions = rowsOf(await pipeline.exported('predictions-csv'));
    expect(predictions.map(({ session }) => session)).toEqual(Array.from({ length: 120 }, (_, row) => String(row + 1)));
    expect(predictions.map(({ events }) => Number(events))).toEqual(
      train
        .trimEnd()
        .split('\n')
        .map((row) => row.split(' ').length),
    );
    for (const { session, flagged, score, cause } of predictions) {
      const finding = findings.find((one) => one.session === session);
      expect([flagged, cause]).toEqual([String(finding !== undefined), finding?.cause ?? '']);
      if (finding !== undefined) expect(Number(score)).toBe(finding.score);
    }
    expect(predictions[90]).toMatchObject({ flagged: 'true', cause: 'new-template', part: 'rest' });
    expect(predictions[110]).toMatchObject({ flagged: 'true', cause: 'new-template' });
  });

  test('a saved detector predicts each session of the next file', async () => {
    const next = new TestPipeline();
    const score = await next.openDetector(await pipeline.data.saveDetector(model));
    await next.open(sequences(30, new Set([7]), 2), 'Test.csv');
    await next.group();
    await score();
    const predictions = await next.exported('predictions-csv');
    expect(rowsOf(predictions)).toHaveLength(30);
    expect(flaggedIn(predictions)).toContain('8');
    expect(await next.exported('key-sequences')).toBe(sequences(30, new Set([7]), 2));
  });
});

test('sessions of a log are the same when they come back as key sequences', async () => {
  const pipeline = new TestPipeline();
  await pipeline.open(generateLog({ jobs: 60, odd: new Map([[50, 'crash']]), seed: 3 }).text);
  const { templates } = await pipeline.group();
  const exported = await pipeline.exported('key-sequences');
  const keys = exported.trimEnd().split(/[ \n]/).map(Number);
  expect([Math.min(...keys), Math.max(...keys)]).toEqual([1, templates.length]);
  const again = new TestPipeline();
  const report = await again.open(exported, 'key_sequences.txt');
  expect(report.formats[0]?.name).toContain('Key sequences');
  expect((await again.group()).sessions.sessions).toBe(60);
  expect(await again.exported('key-sequences')).toBe(exported);
});
