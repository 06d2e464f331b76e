import { expect, test } from 'vitest';
import { TestPipeline } from './pipeline.fixture.ts';

const STEPS = ['Opening the door', 'Lighting the lamp', 'Closing the door'];

/** Visits of three lines each, all shorter than the history; some have another order or a step that training never saw. */
function visits(count: number, odd: ReadonlyMap<number, readonly string[]>): string {
  const lines = Array.from({ length: count }, (_, visit) =>
    (odd.get(visit) ?? STEPS).map((step) => `visit_${1000 + visit} ${step}`),
  );
  return lines.flat().join('\n');
}

test('sessions shorter than the history are judged by what is in them, not by being short', async () => {
  const odd = new Map([
    [90, ['Opening the door', 'Breaking the lamp into pieces', 'Closing the door']],
    [95, ['Opening the door', 'Closing the door', 'Lighting the lamp']],
  ]);
  const pipeline = new TestPipeline();
  await pipeline.open(visits(120, odd));
  expect((await pipeline.group()).sessions).toMatchObject({ sessions: 120 });
  const { anomalies } = await pipeline.train({ history: 10, falseAlarmsPerThousand: 20 });
  const causes = anomalies.findings.map(({ session, cause }) => [session, cause]);
  expect(causes).toEqual([
    ['visit_1090', 'new-template'],
    ['visit_1095', 'unexpected-key'],
  ]);
});
