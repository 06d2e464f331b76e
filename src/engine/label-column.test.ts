import { describe, expect, test } from 'vitest';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { TestPipeline } from './pipeline.fixture.ts';

const { text, linesOf } = generateLog({ jobs: 60, odd: new Map([[50, 'crash']]), header: timedHeader });
const LINES = text.trimEnd().split('\n');
const ODD = linesOf.get('job_1350')?.[3] ?? -1;

async function analyse(log: string, name?: string) {
  const pipeline = new TestPipeline();
  const report = await pipeline.open(log, name);
  const { sessions, templates } = await pipeline.group();
  const { anomalies } = await pipeline.train({ epochs: 3 });
  return { report, sessions, templates: templates.map((one) => one.text), anomalies };
}

const marked = LINES.map((line, at) => `${at === ODD ? 'DISKERR' : '-'} ${line}`).join('\n');
const cell = (text: string) => `"${text}"`;
const table = ['time,label,message']
  .concat(LINES.map((line, at) => `${line.slice(0, 19)},${at === ODD ? 'Anomaly' : 'Normal'},${cell(line.slice(33))}`))
  .join('\n');

describe('a column of labels', () => {
  test('in front of the time is compared with findings, and seen by no detector', async () => {
    const plain = await analyse(text);
    const { report, templates, sessions, anomalies } = await analyse(marked);
    expect(report.labelColumn).toEqual({ name: 'mark', labelled: LINES.length, anomalous: 1, kinds: ['DISKERR'] });
    expect(plain.report.labelColumn).toBeUndefined();
    expect(templates).toEqual(plain.templates);
    expect(sessions.candidates.map(({ label }) => label)).toEqual(plain.sessions.candidates.map(({ label }) => label));
    const scores = ({ findings }: typeof anomalies) =>
      findings.map(({ session, cause, score }) => [session, cause, score]);
    expect(scores(anomalies)).toEqual(scores(plain.anomalies));
    expect(anomalies.evaluation).toMatchObject({ source: 'the column mark', labelled: 60, anomalies: ['job_1350'] });
    expect(anomalies.evaluation?.causes).toContainEqual({ kind: 'DISKERR', cause: 'new-template', sessions: 1 });
  });

  test('in a table is none of the columns that sessions go by', async () => {
    const { report, sessions, templates, anomalies } = await analyse(table, 'jobs.csv');
    expect(report.labelColumn).toMatchObject({ name: 'label', anomalous: 1, kinds: [] });
    expect(sessions.candidates.map(({ label }) => label)).not.toContain('label');
    expect(templates.join(' ')).not.toMatch(/normal|anomaly/i);
    expect(anomalies.evaluation?.anomalies).toEqual(['job_1350']);
  });
});
