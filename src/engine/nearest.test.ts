import { expect, test } from 'vitest';
import { generateLog } from './generated-log.fixture.ts';
import { TestPipeline } from './pipeline.fixture.ts';

test('what training never saw is told by the known template it is most like', async () => {
  const pipeline = new TestPipeline();
  await pipeline.open(
    generateLog({ jobs: 110 }).text.replace('Finished job_1560 after', 'Finished job_1560 early after'),
  );
  const { templates } = await pipeline.group();
  expect(templates.filter(({ isNew }) => isNew).map(({ nearest }) => nearest)).toEqual([
    {
      key: templates.find(({ text }) => text === 'Finished <*> after <*> ms')?.key,
      text: 'Finished <*> after <*> ms',
      differences: [{ expected: '', found: 'early' }],
    },
  ]);
  expect(templates.filter(({ isNew }) => !isNew).map(({ nearest }) => nearest)).toEqual(
    new Array(templates.length - 1).fill(undefined),
  );
  const [finding] = (await pipeline.train({ epochs: 2 })).anomalies.findings;
  expect(finding).toMatchObject({ session: 'job_1560', cause: 'new-template' });
  expect(finding?.reason).toContain('never did. Nearest is "Finished <*> after <*> ms", with "early" added.');
});
