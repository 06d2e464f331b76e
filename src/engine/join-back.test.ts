import { gzipSync, strToU8 } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { Finding } from '../core/detect/finding.ts';
import { generateLog, type Oddity, timedHeader } from './generated-log.fixture.ts';
import { TestPipeline } from './pipeline.fixture.ts';

const ODD = new Map<number, Oddity>([
  [45, 'swapped'],
  [60, 'early'],
  [75, 'crash'],
  [88, 'swapped'],
]);

/** Records of one or three lines: a stack trace goes on behind some. */
const lines = generateLog({ jobs: 100, odd: ODD, header: timedHeader })
  .text.trimEnd()
  .split('\n')
  .flatMap((line, index) =>
    index % 9 === 4 ? [line, '\tat worker.run(Worker.java:12)', '\tat java.lang.Thread'] : [line],
  );
const part = (from: number, to: number) => lines.slice(from * lines.length, to * lines.length);

/** Three files with a third of the log each, the last two of lines by turns, so that they are merged by time. */
const later = part(1 / 3, 1).filter((line) => !line.startsWith('\t'));
const TEXTS = new Map([
  ['a.log', `${part(0, 1 / 3).join('\r\n')}\r\n`],
  ['b.log.gz', later.filter((_, index) => index % 2 === 0).join('\n')],
  ['c.log', `${later.filter((_, index) => index % 2 === 1).join('\n')}\n`],
]);
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));

function fileOf([name, text]: readonly [string, string]): File {
  if (name.endsWith('.gz')) return new File([gzipSync(strToU8(text))], name);
  return new File([name === 'c.log' ? utf16(text) : text], name);
}

let findings: readonly Finding[] = [];
beforeAll(async () => {
  const pipeline = new TestPipeline();
  await pipeline.data.open([...TEXTS].map(fileOf), () => undefined);
  await pipeline.group({ trainingPercent: 40 });
  findings = (await pipeline.train({ epochs: 15, history: 3, trainingPercent: 40 })).anomalies.findings;
});

test('each finding leads back to its line by file and line, and by file and byte', () => {
  expect(new Set(findings.map(({ file }) => file)).size).toBeGreaterThan(1);
  for (const finding of findings) {
    const text = TEXTS.get(finding.file) ?? '';
    const line = text.split(/\r?\n/)[finding.fileLine - 1];
    expect(line).toContain(finding.session);
    const read = new TextDecoder().decode(new TextEncoder().encode(text).subarray(finding.byteOffset));
    expect(read.split(/\r?\n/)[0]).toBe(line);
  }
});

test('it says what bytes count in: the file, what was unpacked of it, or its text in UTF-8', () => {
  const expected = new Map([
    ['a.log', 'file'],
    ['b.log.gz', 'unpacked'],
    ['c.log', 'utf-8'],
  ]);
  for (const { file, offsetIn } of findings) expect(offsetIn).toBe(expected.get(file));
});
