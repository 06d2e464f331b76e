import { beforeAll, describe, expect, test } from 'vitest';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import { generateLog, type Oddity } from './generated-log.fixture.ts';
import { TestPipeline } from './pipeline.fixture.ts';

const ODD: ReadonlyMap<number, Oddity> = new Map([
  [80, 'crash'],
  [88, 'early'],
  [95, 'swapped'],
]);
const pipeline = new TestPipeline();
let anomalies: AnomalyReport;

beforeAll(async () => {
  await pipeline.open(generateLog({ jobs: 110, odd: ODD }).text);
  await pipeline.group();
  ({ anomalies } = await pipeline.train());
});

describe('labels', () => {
  const file = (rows: string) => new File([`id,label,cause\n${rows}`], 'labels.csv');
  const ROWS =
    'job_1560,Anomaly,disk\njob_1616,Anomaly,crash\njob_1007,Anomaly,none\njob_1665,Normal\njob_1014,Normal\nx,Normal';
  const options = { budget: 0.001, candidates: 'auto' } as const;

  test('are compared with the findings, and set nothing', async () => {
    expect(await pipeline.data.openLabels(file(ROWS))).toMatchObject({ ok: true });
    const { evaluation, ...report } = await pipeline.data.detect(options);
    expect(report).toEqual(anomalies);
    expect(evaluation).toMatchObject({ labelled: 5, anomalous: 3, unknown: 1, firstUnknown: ['x'] });
    expect(evaluation).toMatchObject({ missed: ['job_1007'], falseAlarms: ['job_1665'] });
    expect(evaluation?.scopes.all[0]?.figures).toMatchObject({ found: 2, missed: 1, falseAlarms: 1, quiet: 1 });
    expect(evaluation?.scopes['held-out'][0]?.figures).toMatchObject({ found: 2, missed: 0, falseAlarms: 1, quiet: 0 });
    const raw = await pipeline.exported('report-raw');
    expect(raw).toContain('5 labelled sessions in labels.csv, 3 of them anomalous');
    expect(raw).toContain('<p>Missed: <code>job_1007</code>.</p>');
    expect(raw).toContain('<tr><th>ensemble</th><td>0.667 (0.21 to 0.94)</td>');
    expect(/job_\d/.test(await pipeline.exported('report-masked'))).toBe(false);
    expect(evaluation?.causes).toContainEqual({ kind: 'crash', cause: 'ended-early', sessions: 1 });
  });

  test('choose the threshold where a person says so, and every file tells', async () => {
    await pipeline.data.openLabels(file('job_1560,Anomaly\njob_1616,Normal\njob_1665,Normal'));
    const { findings, threshold } = await pipeline.data.detect({ ...options, byLabels: true });
    expect(findings.map(({ session }) => session)).toEqual(['job_1560']);
    expect(threshold.promise).toContain(
      'chosen by labels: the highest F1, 1.000, on 3 labelled sessions of labels.csv',
    );
    expect(await pipeline.exported('findings-jsonl')).toContain('"threshold":"chosen by labels"');
    expect(await pipeline.exported('findings-csv')).toContain('"chosen by labels"');
    for (const report of ['report-raw', 'report-masked', 'report-templates'] as const) {
      const text = await pipeline.exported(report);
      expect(text).toContain('chosen by labels');
      expect(text).toContain('3 labelled sessions');
      expect(text).toContain('<caption>Sessions after the training period</caption>');
      expect(text.includes('labels.csv')).toBe(report === 'report-raw');
    }
    await pipeline.data.openLabels(undefined);
    expect(await pipeline.data.detect({ ...options, byLabels: true })).toEqual(anomalies);
  });

  test.each([
    ['no anomaly', 'job_1665,Normal\njob_1014,Normal', 'no session of this log is labelled as an anomaly'],
    ['none that stands out', 'job_1007,Anomaly\njob_1014,Anomaly', 'F1 would be highest if all labelled sessions'],
  ])('with %s choose nothing, and say so', async (_, rows, sentence) => {
    await pipeline.data.openLabels(file(rows));
    const { findings, threshold } = await pipeline.data.detect({ ...options, byLabels: true });
    expect(findings).toEqual(anomalies.findings);
    expect(threshold).toEqual({ ...anomalies.threshold, promise: expect.stringContaining(sentence) });
    await pipeline.data.openLabels(undefined);
  });

  test('that cannot be read leave those before', async () => {
    expect(await pipeline.data.openLabels(new File(['a,b\n1,2'], 'l.csv'))).toMatchObject({ ok: false });
    expect(await pipeline.data.detect(options)).toEqual(anomalies);
  });
});
