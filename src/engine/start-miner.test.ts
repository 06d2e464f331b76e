import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CLASSIC } from '../app/pipeline.ts';
import { drain3Snapshot } from '../bundle/drain3-snapshot.ts';
import type { LogKey } from '../core/base/brand.ts';
import { generateLog } from './generated-log.fixture.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const LOGHUB = '../shared/data/loghub2k';
const LOG = generateLog({ jobs: 60, odd: new Map([[50, 'crash']]), seed: 3 }).text;

async function mined(log: string, state?: string): Promise<{ texts: string[]; pipeline: TestPipeline }> {
  const pipeline = new TestPipeline();
  if (state !== undefined) expectValue(await pipeline.data.openTemplates(new Blob([state]), 'drain3_state.json'));
  await pipeline.open(log);
  const { templates } = await pipeline.group();
  return { texts: templates.map(({ text }) => text), pipeline };
}

const stateOf = (templates: readonly string[]) =>
  drain3Snapshot(templates.map((text, key) => ({ key: key as LogKey, words: text.split(' '), lines: 1 })));

describe('mining that starts from the templates of Drain3', () => {
  test('gives lines these templates, in their order, and mines the rest', async () => {
    const start = ['Finished <*> after <*> ms', 'Never said', 'Transforming all of <*> in <*> parts – naïvely'];
    const { texts } = await mined(LOG, stateOf(start));
    expect(texts.slice(0, 2)).toEqual(['Finished <*> after <*> ms', 'Transforming all of <*> in <*> parts – naïvely']);
    expect(texts).toHaveLength((await mined(LOG)).texts.length);
  });

  test('ends where they are closed', async () => {
    const { pipeline, texts } = await mined(LOG, stateOf(['Finished <*> after <*> ms']));
    await pipeline.data.closeTemplates();
    expect((await pipeline.group()).templates.map(({ text }) => text)).toEqual((await mined(LOG)).texts);
    expect(texts[0]).toBe('Finished <*> after <*> ms');
  });

  test('goes on with the templates of before where another file is no state', async () => {
    const { pipeline } = await mined(LOG, stateOf(['Finished <*> after <*> ms']));
    expect(await pipeline.data.openTemplates(new Blob(['{}']), 'x.json')).toMatchObject({ ok: false });
    expect((await pipeline.group()).templates[0]?.text).toBe('Finished <*> after <*> ms');
  });

  test('holds for Drain as published too', async () => {
    const pipeline = new TestPipeline();
    expectValue(await pipeline.data.openTemplates(new Blob([stateOf(['Finished <*> after <*> ms'])]), 'x.json'));
    const how = { parsing: { ...DEFAULT_CLASSIC, logFormat: '<Content>' } };
    expectValue(await pipeline.data.open([new File([LOG], 'app.log')], () => undefined, how));
    expect((await pipeline.group()).templates[0]?.text).toBe('Finished <*> after <*> ms');
  });
});

test('a state is told from a log by how it begins, packed or not', async () => {
  const { pipeline } = await mined(LOG);
  const isTemplates = async (text: string) => pipeline.data.isTemplates(new Blob([text]));
  expect(await isTemplates(stateOf(['a <*>']))).toBe(true);
  expect(await isTemplates(await pipeline.exported('drain3-state'))).toBe(true);
  expect(await isTemplates('{"message":"drain3."}')).toBe(false);
});

describe.skipIf(!existsSync(LOGHUB))(`real logs (needs ${LOGHUB})`, () => {
  test('a state that was exported gives the same templates, but for names that Drain3 does not know', async () => {
    const log = readFileSync(`${LOGHUB}/OpenSSH/OpenSSH_2k.log`, 'utf8');
    const { texts, pipeline } = await mined(log);
    const again = await mined(log, await pipeline.exported('drain3-state'));
    // The word `user=root` is `<*>` there.
    expect(texts.filter((text) => !again.texts.includes(text))).toEqual([expect.stringMatching(/ user=<\*>$/)]);
    expect(again.texts.filter((text) => !texts.includes(text))).toEqual([]);
  });
});
