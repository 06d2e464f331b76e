import { expect, test } from 'vitest';
import { DEFAULT_CLASSIC } from '../app/pipeline.ts';
import type { LogKey } from '../core/base/brand.ts';
import type { ClassicSettings } from '../core/drain/classic/classic-reader.ts';
import type { ParsingChoice } from './data.api.ts';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const CLASSIC: ClassicSettings = {
  ...DEFAULT_CLASSIC,
  logFormat: '<Date> <Time> <Level> worker: <Content>',
  masks: ['\\d+'],
};

const LINES = generateLog({ jobs: 110, odd: new Map([[90, 'swapped']]), header: timedHeader })
  .text.trimEnd()
  .split('\n');
// A line without the log format that names a session, one that names none, and a blank one.
const STRAY = [...LINES.slice(0, 5), 'job_1000 is stray', '', ...LINES.slice(5), 'stray'].join('\n');

async function read(text: string, parsing: ParsingChoice, pipeline = new TestPipeline()) {
  const outcome = await pipeline.data.open([new File([text], 'app.log')], () => undefined, { parsing });
  return { pipeline, log: expectValue(outcome) };
}

test('templates are those of Drain, sessions and times are as ever', async () => {
  const automatic = await read(LINES.join('\n'), 'auto');
  const classic = await read(LINES.join('\n'), CLASSIC);
  const [before, after] = [await automatic.pipeline.group(), await classic.pipeline.group()];
  expect(classic.log.span).toEqual(automatic.log.span);
  expect(after.sessions.rows).toEqual(before.sessions.rows);
  expect([automatic.log.classic, classic.log.classic]).toEqual([
    undefined,
    { masks: 1, unparsedLines: 0, unparsed: [], widenedLines: 0 },
  ]);
  const texts = ({ templates }: typeof after) => templates.map(({ text }) => text);
  expect(texts(before)).toContain('Accepted <*> from <*>');
  expect(texts(after)).toContain('Accepted job_<*> from <*>.<*>.<*>.<*>:<*>');
  expect(after.templates.reduce((sum, { count }) => sum + count, 0)).toBe(LINES.length);
});

test('lines without the log format are counted, listed and in no session', async () => {
  const { pipeline, log } = await read(STRAY, CLASSIC);
  expect(log).toMatchObject({
    lines: LINES.length + 3,
    blankLines: 1,
    classic: { unparsedLines: 2, unparsed: [6, LINES.length + 3] },
  });
  const listed = expectValue(await pipeline.data.linesOf('unparsed', 0, 10));
  expect(listed.map(({ text }) => text)).toEqual(['job_1000 is stray', 'stray']);
  expect(expectValue(await pipeline.data.linesOf('unparsed', 1, 1))).toHaveLength(1);
  const { templates, sessions } = await pipeline.group();
  expect(templates.reduce((sum, { count }) => sum + count, 0)).toBe(LINES.length);
  expect(sessions.rows.ids).toHaveLength(110);
  expect(sessions.rows.events.reduce((sum, events) => sum + events, 0)).toBe(LINES.length);
  expect(expectValue(await pipeline.data.lineParameters(6))).toEqual({ key: -1, values: [] });
});

test('values are read back by the log format, and wildcards inside words have them too', async () => {
  const { pipeline } = await read(LINES.join('\n'), CLASSIC);
  const { templates } = await pipeline.group();
  const key = templates.findIndex(({ text }) => text.startsWith('Finished')) as LogKey;
  expect(templates[key]?.text).toBe('Finished job_<*> after <*> ms');
  const { read: lines, unreadable, parameters } = expectValue(await pipeline.data.parameters(key));
  expect([lines, unreadable, parameters.map(({ wildcard }) => wildcard)]).toEqual([110, 0, [0, 1]]);
  const line = LINES.findIndex((text) => text.includes('Finished')) + 1;
  const { values } = expectValue(await pipeline.data.lineParameters(line));
  expect(`Finished job_${values?.[0]} after ${values?.[1]} ms`).toBe(LINES[line - 1]?.slice(33));
});

test('a session pattern that is added later leaves the templates as they are', async () => {
  const { pipeline } = await read(LINES.join('\n'), CLASSIC);
  const { templates } = await pipeline.group();
  const sessionRule = { by: 'identifier', identifier: { kind: 'pattern', source: 'job_(\\d+)' } } as const;
  const regrouped = await pipeline.group({ sessionRule });
  expect(regrouped.sessions.sessions).toBe(110);
  expect(regrouped.templates.map(({ text }) => text)).toEqual(templates.map(({ text }) => text));
});

test('expressions that cannot be used are a problem, and the log before stays open', async () => {
  const { pipeline } = await read(LINES.join('\n'), 'auto');
  const file = new File(['x'], 'b.log');
  const open = (parsing: ParsingChoice) => pipeline.data.open([file], () => undefined, { parsing });
  expect(await open({ ...CLASSIC, masks: ['\\d+', '('] })).toMatchObject({
    ok: false,
    problem: { code: 'bad-pattern', message: expect.stringContaining('The mask ( cannot be used.') },
  });
  expect(await open({ ...CLASSIC, logFormat: '<Date>' })).toMatchObject({
    problem: { message: 'The log format <Date> has no <Content>.' },
  });
  expect((await pipeline.group()).sessions.sessions).toBe(110);
});

test('a detector parses later logs with the settings it was trained with', async () => {
  const { pipeline } = await read(LINES.join('\n'), CLASSIC);
  const trained = await pipeline.group();
  const { model } = await pipeline.train();
  const bytes = await pipeline.data.saveDetector(model);
  const later = new TestPipeline();
  const score = await later.openDetector(bytes);
  const { log } = await read(STRAY, 'auto', later);
  expect(log.classic?.unparsedLines).toBe(2);
  const { templates } = await later.group();
  expect(templates.map(({ text }) => text)).toEqual(trained.templates.map(({ text }) => text));
  const { findings } = await score();
  expect(findings.map(({ session }) => session)).toContain(`job_${1000 + 7 * 90}`);
});
