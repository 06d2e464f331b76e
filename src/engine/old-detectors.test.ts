import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DETECTOR_FORMAT } from '../bundle/detector.ts';
import { entryContent, zipEntries } from '../bundle/zip-entries.ts';
import type { Finding } from '../core/detect/finding.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

interface Recorded {
  readonly format: number;
  readonly files: readonly string[];
  readonly findings: readonly Pick<Finding, 'session' | 'cause' | 'line'>[];
}

const FOLDER = 'fixtures/detectors';
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));
const RECORDED: readonly Recorded[] = JSON.parse(readFileSync(join(FOLDER, 'findings.json'), 'utf8'));

test('there is a file of every format', () => {
  expect(RECORDED.map(({ format }) => format)).toEqual(Array.from({ length: DETECTOR_FORMAT }, (_, at) => at + 1));
});

test.each(RECORDED)('a file of format $format finds what it found when it was written', async (recorded) => {
  const { format, files, findings } = recorded;
  const pipeline = new TestPipeline();
  const file = bytesOf(`format-${format}.deeplog`);
  expect(manifestOf(file)).toContain(`"format": ${format},`);
  const score = await pipeline.openDetector(file);
  const logs = files.map((name) => new File([bytesOf(name)], name));
  expectValue(await pipeline.data.open(logs, () => undefined));
  await pipeline.group();
  const report = await score();
  expect(report.findings.map(({ session, cause, line }) => ({ session, cause, line }))).toEqual(findings);
});

test('files of before format 8 are said to keep nothing to go over again', async () => {
  const { data } = new TestPipeline();
  const forgetful: number[] = [];
  for (const { format } of RECORDED) {
    const { summary } = expectValue(await data.openDetector(bytesOf(`format-${format}.deeplog`), 'd'));
    if (summary.forgets) forgetful.push(format);
  }
  expect(forgetful).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

function manifestOf(file: Uint8Array): string {
  const entry = zipEntries(file).get('manifest.json');
  return new TextDecoder().decode(entry && entryContent(file, entry));
}
