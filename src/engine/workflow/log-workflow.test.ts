import { beforeAll, expect, test } from 'vitest';
import type { WorkflowPicture } from '../../core/report/workflow-report.ts';
import { BEGIN, END } from '../../core/workflow/graph-node.ts';
import { generateLog, type Oddity, timedHeader } from '../generated-log.fixture.ts';
import { TestPipeline } from '../pipeline.fixture.ts';

const ODD: ReadonlyMap<number, Oddity> = new Map([
  [80, 'crash'],
  [88, 'early'],
]);
const LOG = generateLog({ jobs: 110, odd: ODD, header: timedHeader });
const pipeline = new TestPipeline();

beforeAll(async () => {
  await pipeline.open(LOG.text);
  await pipeline.group();
});

const picture = (session?: string) =>
  pipeline.data.workflowPicture({ task: 0, ways: 'expected', leastShare: 0.05, session });
const textsOf = (shown: WorkflowPicture | undefined) => new Map(shown?.nodes.map(({ id, text }) => [id, text]));

test('before there are sessions there is no workflow', async () => {
  const { data } = new TestPipeline();
  expect(await data.workflow('expected')).toBeUndefined();
  expect(await data.workflowPicture({ task: 0, ways: 'counted', leastShare: 0 })).toBeUndefined();
  expect(await data.waySessions({ task: 0, from: BEGIN, to: 0 })).toEqual({ total: 0, rows: [] });
});

test('the tasks of a log, learnt from its training period', async () => {
  expect(await pipeline.data.workflow('expected')).toEqual({
    sessions: 66,
    hasModel: false,
    tasks: [
      {
        begins: 'Accepted <*> from <*>',
        sessions: 66,
        variants: 1,
        steps: 5,
        rare: 0,
        startedBy: [],
        isExpected: false,
      },
    ],
  });
  expect(await pipeline.data.workflowPicture({ task: 1, ways: 'expected', leastShare: 0 })).toBeUndefined();
});

test('a graph from top to bottom, with the times between steps', async () => {
  const shown = await picture();
  const nodes = shown?.nodes.toSorted((a, b) => a.y - b.y) ?? [];
  expect(nodes.map(({ text }) => text.split(' ')[0])).toEqual([
    'begin',
    'Accepted',
    'Loading',
    'Transforming',
    'Writing',
    'Finished',
    'end',
  ]);
  const inside = shown?.edges.filter(({ from, to }) => from !== BEGIN && to !== END) ?? [];
  expect(inside.map(({ count, share }) => [count, share])).toEqual(Array(4).fill([66, 1]));
  for (const { time, points } of inside) {
    expect(time?.median).toBeGreaterThan(900);
    expect(time?.p95).toBeLessThan(2200);
    expect(points.length).toBeGreaterThan(1);
  }
  expect(await picture()).toEqual(shown);
});

test('the path of an odd session: the step it left out, and the one that came instead', async () => {
  const shown = await picture('job_1560');
  const marks = shown?.nodes.flatMap(({ text, mark }) =>
    mark && mark !== 'taken' ? [[text.split(' ')[0], mark]] : [],
  );
  expect(marks).toEqual(
    expect.arrayContaining([
      ['Writing', 'missing'],
      ['Disk', 'extra'],
    ]),
  );
  expect(marks).toHaveLength(2);
});

test('the sessions of a way are those of the whole log, the slowest first', async () => {
  const texts = textsOf(await picture());
  const idOf = (word: string) => [...texts].find(([, text]) => text.startsWith(word))?.[0] ?? Number.NaN;
  const { total, rows } = await pipeline.data.waySessions({ task: 0, from: idOf('Accepted'), to: idOf('Loading') });
  expect([total, rows.length]).toEqual([110, 110]);
  expect(rows.map(({ took }) => took)).toEqual(rows.map(({ took }) => took).toSorted((a, b) => b - a));
  const [first] = rows;
  expect(first?.line).toBe((LOG.linesOf.get(first?.session ?? '')?.[1] ?? -1) + 1);
  const ended = await pipeline.data.waySessions({ task: 0, from: idOf('Loading'), to: END });
  expect(ended.rows).toEqual([{ session: 'job_1616', line: expect.any(Number), took: Number.NaN }]);
});

test('once a key model has scored the log, ways are as it expects them, or as counted, and say both shares', async () => {
  const { model } = await pipeline.train({ epochs: 12 });
  const { data } = pipeline;
  expect(await data.workflow('counted')).toMatchObject({ hasModel: true, tasks: [{ isExpected: false }] });
  expect(await data.workflow('expected')).toMatchObject({ hasModel: true, tasks: [{ isExpected: true, steps: 5 }] });
  const counted = await data.workflowPicture({ task: 0, ways: 'counted', leastShare: 0.05 });
  expect(counted?.edges.map(({ count }) => count)).toEqual(Array(6).fill(66));
  const expected = await data.workflowPicture({ task: 0, ways: 'expected', leastShare: 0.05 });
  expect(expected?.edges.map(({ from, to }) => [from, to])).toEqual(counted?.edges.map(({ from, to }) => [from, to]));
  for (const { chance, count } of expected?.edges ?? []) {
    expect(chance?.counted).toBe(1);
    expect(count).toBe(Math.round(66 * (chance?.expected ?? 0)));
  }
  // Learnt from both, ways are drawn as often as they were counted.
  expect(await data.workflow('both')).toMatchObject({ hasModel: true, tasks: [{ isExpected: true, steps: 5 }] });
  const both = await data.workflowPicture({ task: 0, ways: 'both', leastShare: 0.05 });
  expect(both?.edges.map(({ count }) => count)).toEqual(Array(6).fill(66));
  const detector = await data.saveDetector(model);

  const other = new TestPipeline();
  const score = await other.openDetector(detector);
  await other.open(LOG.text);
  await other.group();
  expect(await other.data.workflow('expected')).toMatchObject({ hasModel: false, tasks: [{ isExpected: false }] });
  await score();
  expect(await other.data.workflow('expected')).toMatchObject({
    hasModel: true,
    tasks: [{ isExpected: true, steps: 5 }],
  });
  expect(await other.data.diagnose('job_1560', 'expected')).toContain(
    '"Disk failure while <*> was writing" came where',
  );
});
