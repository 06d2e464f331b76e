import { beforeAll, expect, test } from 'vitest';
import { generateLog, type Oddity, timedHeader } from './generated-log.fixture.ts';
import { TestPipeline } from './pipeline.fixture.ts';

const ODD: ReadonlyMap<number, Oddity> = new Map([
  [10, 'early'],
  [80, 'crash'],
  [88, 'early'],
]);
const pipeline = new TestPipeline();
let texts: readonly string[] = [];

beforeAll(async () => {
  await pipeline.open(generateLog({ jobs: 110, odd: ODD, header: timedHeader }).text);
  texts = (await pipeline.group()).templates.map(({ text }) => text);
});

test('before there are sessions there is none', async () => {
  expect(await new TestPipeline().data.nearestNormal('job_1560')).toBeUndefined();
  expect(await pipeline.data.nearestNormal('no such session')).toBeUndefined();
});

test('an odd session beside the normal ones: the step that is missing, and the one that came', async () => {
  const nearest = await pipeline.data.nearestNormal('job_1560');
  expect(nearest).toMatchObject({ sessions: 65, distance: 2 });
  const steps = nearest?.steps.map(({ is, key }) => `${is} ${texts[key]?.split(' ')[0]}`);
  expect(steps?.toSorted()).toEqual(
    ['extra Disk', 'missing Writing', 'same Accepted', 'same Finished', 'same Loading', 'same Transforming'].toSorted(),
  );
});

test('a normal session is like the others, and not like itself alone', async () => {
  expect(await pipeline.data.nearestNormal('job_1000')).toMatchObject({ sessions: 64, distance: 0, steps: [] });
});
