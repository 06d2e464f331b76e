import { expect, test } from 'vitest';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'] as const;

/** Each job logs a step of its own kind between two that all share; one that training never saw comes late. */
function hostileLog(): string {
  const jobs = Array.from({ length: 120 }, (_, job) => {
    const name = NAMES[job % NAMES.length];
    const step = job === 100 ? 'prototype pollution' : `${name} constructor`;
    return [`begin toString job_${job}`, `step ${step} job_${job}`, `end __proto__=${name} of job_${job}`];
  });
  return jobs.flat().join('\n');
}

test('properties of objects as file name, tokens, fields and identifiers are words like any other', async () => {
  const properties = NAMES.map((name) => Object.getOwnPropertyDescriptor(Object.prototype, name));
  const pipeline = new TestPipeline();
  const report = await pipeline.open(hostileLog(), '__proto__');
  expect(report.files).toMatchObject([{ name: '__proto__', lines: 360 }]);
  const { templates, sessions } = await pipeline.group();
  expect(sessions).toMatchObject({ sessions: 120, chosen: { label: 'job_<*>' } });
  const texts = templates.map(({ text }) => text);
  expect(texts).toContain('begin toString <*>');
  const count = (word: string) => templates.reduce((sum, row) => sum + (row.text.includes(word) ? row.count : 0), 0);
  expect([count('begin toString'), count('step'), count('end __proto__=')]).toEqual([120, 120, 120]);

  const { anomalies } = await pipeline.train({ epochs: 2 });
  expect(anomalies.findings[0]).toMatchObject({ session: 'job_100', cause: 'new-template', file: '__proto__' });
  const end = templates.find(({ text }) => text.startsWith('end __proto__'));
  if (end === undefined) throw new Error('No template of the last step');
  const { parameters } = expectValue(await pipeline.data.parameters(end.key));
  const values = parameters.flatMap(({ top }) => top.map(({ text }) => text));
  expect(values).toEqual(expect.arrayContaining([...NAMES]));
  for (const kind of ['findings-csv', 'findings-jsonl', 'templates-csv'] as const) {
    expect(await pipeline.exported(kind)).toContain('__proto__');
  }
  expect(NAMES.map((name) => Object.getOwnPropertyDescriptor(Object.prototype, name))).toEqual(properties);
});
