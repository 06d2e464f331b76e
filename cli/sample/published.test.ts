import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PUBLISHED_SAMPLES, sampleTexts } from './published.ts';

const read = (name: string) => readFileSync(new URL(`../../public/samples/${name}`, import.meta.url));

test.each(PUBLISHED_SAMPLES)('$kind.name in public/samples is what npm run samples makes', (sample) => {
  const { log, labels } = sampleTexts(sample);
  // compared as a whole first: a difference of megabytes is no message
  expect(gunzipSync(read(`${sample.kind.name}.log.gz`)).equals(Buffer.from(log))).toBe(true);
  expect(read(`${sample.kind.name}.labels.csv`).toString()).toBe(labels);
});

test('the samples are small enough to ship', () => {
  const bytes = PUBLISHED_SAMPLES.map(({ kind }) => read(`${kind.name}.log.gz`).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
});
