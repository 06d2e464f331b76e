import { expect, test } from 'vitest';
import { makeClassicReader } from '../src/core/drain/classic/classic-reader.ts';
import { compilePattern } from '../src/ingest/compile-pattern.ts';
import { CLASSIC_SETTINGS } from './classic-settings.ts';

test.each([...CLASSIC_SETTINGS])('the expressions of %s run on the linear-time engine', (_, settings) => {
  expect(makeClassicReader(settings, compilePattern)).toMatchObject({ ok: true });
});
