import { beforeAll, describe, expect, test } from 'vitest';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { TestPipeline } from './pipeline.fixture.ts';

const LOG = generateLog({
  jobs: 110,
  odd: new Map([
    [80, 'crash'],
    [88, 'early'],
    [95, 'swapped'],
  ]),
  header: timedHeader,
});

describe('a training period', () => {
  const pipeline = new TestPipeline();
  let begins: Float64Array;

  beforeAll(async () => {
    await pipeline.open(LOG.text);
    begins = (await pipeline.group()).sessions.rows.firstTime;
  });

  test('is learnt from alone, and what comes before it is scored', async () => {
    const trainingPeriod = { from: begins[40] ?? 0, to: begins[79] ?? 0 };
    const { sessions, templates } = await pipeline.group({ trainingPeriod });
    expect(sessions.split).toMatchObject({ earlier: 40, training: 26, validation: 13, rest: 31 });
    expect(templates.filter(({ isNew }) => isNew)).toHaveLength(1);
    const found = (await pipeline.train()).anomalies;
    expect(found).toMatchObject({ sessions: 110, rest: 71, flaggedRest: 3 });
  });

  test('what only earlier lines have is new', async () => {
    const { templates } = await pipeline.group({ trainingPeriod: { from: begins[90] ?? 0, to: begins[110] ?? 1e15 } });
    expect(templates.filter(({ isNew }) => isNew).map(({ text }) => text)).toEqual([
      'Disk failure while <*> was writing',
    ]);
  });

  test('in which no session begins is a problem', async () => {
    expect(await pipeline.tryGroup({ trainingPeriod: { from: 0, to: 1 } })).toEqual({
      code: 'no-sessions',
      message: 'No session of app.log begins in the training period.',
      advice: 'Choose a longer one, or clear it.',
    });
  });
});
