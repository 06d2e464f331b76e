import { expect, test } from 'vitest';
import type { TemplateEdit } from '../core/drain/edits/template-edit.ts';
import type { Grouped } from './data.api.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const STEPS = ['Opening the front door', 'Lighting the lamp', 'Heartbeat sent', 'Closing the door'];
const LINES = Array.from({ length: 120 }, (_, line) => `visit_${1000 + Math.floor(line / 4)} ${STEPS[line % 4]}`);
/** Sessions of heartbeats only. */
const IDLE = Array.from({ length: 6 }, (_, idle) => `visit_${2000 + idle} Heartbeat sent`);
const LOG = [...LINES, ...IDLE].join('\n');

const idOf = ({ templates }: Grouped, word: string) => {
  const row = templates.find(({ text }) => text.includes(word));
  if (row === undefined) throw new Error(`No template holds ${word}`);
  return row.id;
};

async function grouped() {
  const pipeline = new TestPipeline();
  await pipeline.open(LOG);
  const before = await pipeline.group();
  const ignore: TemplateEdit = { kind: 'ignore', template: idOf(before, 'Heartbeat') };
  return { pipeline, before, ignore };
}

test('lines of an ignored template are in no session, and still counted', async () => {
  const { pipeline, before, ignore } = await grouped();
  expect(expectValue(await pipeline.data.previewEdits([ignore]))).toMatchObject({
    lines: 0,
    ignoredBefore: 0,
    ignoredAfter: 36,
  });
  const after = await pipeline.group({ templateEdits: [ignore] });
  expect(after.templates.map(({ count }) => count)).toEqual(before.templates.map(({ count }) => count));
  expect(after.templates.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(after.templates.filter(({ isIgnored }) => isIgnored).map(({ count }) => count)).toEqual([36]);
  expect(before.sessions.sessions - after.sessions.sessions).toBe(6);
  expect([...after.sessions.rows.events]).toEqual(new Array(30).fill(3));
  expect(await pipeline.group({ templateEdits: [] })).toEqual(before);
});

test('a detector takes masks, what is ignored and the names along, and scores as the log that it is from', async () => {
  const { pipeline, ignore } = await grouped();
  const templateEdits: readonly TemplateEdit[] = [ignore, { kind: 'mask', pattern: 'lamp|fire' }];
  const after = await pipeline.group({ templateEdits });
  const lighting = idOf(after, 'Lighting');
  expect(lighting).toBe('<*> Lighting the <*>');
  await pipeline.data.noteTemplates([{ kind: 'name', template: lighting, name: 'Light' }]);
  const { model } = await pipeline.train({ templateEdits, epochs: 2, history: 2 });
  const bytes = await pipeline.data.saveDetector(model);

  const next = new TestPipeline();
  const score = await next.openDetector(bytes);
  await next.open(LOG.replaceAll('lamp', 'fire'));
  const scored = await next.group();
  expect(scored.sessions.sessions).toBe(30);
  expect(scored.templates.map(({ name, count, isNew, isIgnored }) => [name, count, isNew, isIgnored])).toEqual(
    after.templates.map(({ id, count, isIgnored }) => [id === lighting ? 'Light' : undefined, count, false, isIgnored]),
  );
  expect((await score()).findings).toEqual([]);
});

test('a log of which nothing is left to learn from says so, and keeps the sessions of before', async () => {
  const { pipeline, before } = await grouped();
  const templateEdits = before.templates.map(({ id }): TemplateEdit => ({ kind: 'ignore', template: id }));
  expect((await pipeline.tryGroup({ templateEdits }))?.message).toBe(
    'All lines of the sessions of app.log that could be learnt from are ignored.',
  );
  expect(expectValue(await pipeline.data.previewEdits([]))).toMatchObject({ lines: 0, templatesBefore: 4 });
});

test('a mask that cannot be used is a problem, before it is applied and then', async () => {
  const { pipeline } = await grouped();
  const bad: TemplateEdit = { kind: 'mask', pattern: '(a)\\1' };
  expect(await pipeline.data.previewEdits([bad])).toMatchObject({ ok: false, problem: { code: 'bad-pattern' } });
  expect((await pipeline.tryGroup({ templateEdits: [bad] }))?.message).toContain('uses a back-reference');
});
