import { expect, test } from 'vitest';
import type { TemplateEdit } from '../core/drain/edits/template-edit.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const STEPS = ['Opening the front door', 'Lighting the lamp', 'Closing the door'];
const LINES = Array.from({ length: 90 }, (_, line) => `visit_${1000 + Math.floor(line / 3)} ${STEPS[line % 3]}`);

test('a merge is counted before it is made, keeps every line, and is in the saved detector', async () => {
  const pipeline = new TestPipeline();
  await pipeline.open(LINES.join('\n'));
  const before = await pipeline.group();
  const [opening, closing] = ['Opening', 'Closing'].map((word) =>
    before.templates.find(({ text }) => text.includes(word)),
  );
  if (opening === undefined || closing === undefined) throw new Error('The steps have no templates');
  const merge: TemplateEdit = { kind: 'merge', templates: [opening.id, closing.id] };

  const effect = expectValue(await pipeline.data.previewEdits([merge]));
  expect(effect).toMatchObject({ lines: 60, templatesBefore: 3, templatesAfter: 2, made: [{ lines: 60 }] });
  expect(expectValue(await pipeline.data.previewEdits([]))).toMatchObject({ lines: 0, made: [] });

  const after = await pipeline.group({ templateEdits: [merge] });
  expect(after.templates.map(({ count }) => count).sort()).toEqual([30, 60]);
  expect(after.templates.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  const { model } = await pipeline.train({ templateEdits: [merge], epochs: 2, history: 2 });
  const saved = await pipeline.data.saveDetector(model);

  const next = new TestPipeline();
  const detector = expectValue(await next.data.openDetector(new Uint8Array(saved), 'visits.deeplog'));
  expect(detector.summary.templates).toBe(2);
  await next.open(LINES.join('\n'));
  const scored = await next.group();
  expect(scored.templates.map(({ count, isNew }) => [count, isNew])).toEqual(
    after.templates.map(({ count }) => [count, false]),
  );
  expect(expectValue(await next.data.previewEdits([]))).toBeUndefined();

  const undone = await pipeline.group({ templateEdits: [] });
  expect(undone.templates).toEqual(before.templates);
});
