import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../core/base/random.ts';
import { NO_HEADER } from '../core/scan/header-format.ts';
import type { ScannedLog } from '../core/scan/scanned-log.ts';
import { MOST_SIGNATURES } from '../core/scan/widening.ts';
import { blobSource } from '../ingest/byte-source.ts';
import type { TextSource } from '../ingest/text-source.ts';
import { scanLog } from './scan-log.ts';
import type { ScanPool } from './scan-pool.ts';
import { openBlob, scanThread } from './scan-thread.ts';
import { applyMiner, keyLog } from './templates.ts';

const LINES = MOST_SIGNATURES + 2_000;

function word(random: Random): string {
  return String.fromCharCode(...Array.from({ length: 9 }, () => 97 + Math.floor(26 * random.uniform())));
}

/** Two statements, each with a name that is new in every line. */
function named(): string[] {
  const random = createRandom(1);
  return Array.from({ length: LINES }, (_, line) =>
    line % 3 === 0 ? `user ${word(random)} logged in from ${word(random)}` : `closing session of ${word(random)}`,
  );
}

function poolOf(size: number): ScanPool {
  const { scan, countWords } = scanThread(openBlob, (value) => value);
  return { size, scan: (job, onProgress) => scan(job, onProgress), countWords };
}

async function scanned(lines: readonly string[], workers = 1): Promise<ScannedLog> {
  const text: TextSource = { source: blobSource(new Blob([lines.join('\n')])), lineEnd: 'lf' };
  const options = { pool: poolOf(workers), leastPartBytes: 1 };
  const outcome = await scanLog([text], { header: NO_HEADER, identifiers: [] }, options);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return outcome.value;
}

function kindsOf({ signatures, widened, lines }: ScannedLog) {
  const kinds = signatures.map(({ tokens, count }) => `${count} ${tokens.join(' ')}`).sort();
  return { kinds, widened, lines };
}

describe('a log in which new signatures keep coming', () => {
  const whole = {
    kinds: [`${LINES / 3} user <*> logged in from <*>`, `${(2 * LINES) / 3} closing session of <*>`],
    widened: { leastCount: 8, signatures: MOST_SIGNATURES },
    lines: LINES,
  };

  let alone: ScannedLog;
  beforeAll(async () => {
    alone = await scanned(named());
  });

  test('is read with its rare words as values', () => expect(kindsOf(alone)).toEqual(whole));

  test('so it is by several threads', async () => {
    expect(kindsOf(await scanned(named(), 3))).toEqual(whole);
  });

  test('gives the same in any order of its lines', async () => {
    expect(kindsOf(await scanned(named().reverse(), 2))).toEqual(whole);
  });

  test('has the templates of its statements, which match the lines of another log', async () => {
    const { fitted } = keyLog(alone);
    const templates = fitted.templates.map((tokens) => tokens.join(' '));
    expect(templates).toEqual(['closing session of <*>', 'user <*> logged in from <*>']);
    const later = await scanned(['user ann logged in from rome', 'closing session of bob', 'disk full']);
    expect([...applyMiner(later, fitted).keyOfLine]).toEqual([1, 0, 2]);
  });
});

test('lines that have nothing in common leave few signatures', async () => {
  const random = createRandom(2);
  const lines = Array.from({ length: LINES }, () => Array.from({ length: 8 }, () => word(random)).join(' '));
  const { signatures, widened } = await scanned(lines);
  expect(signatures.length).toBeLessThan(1000);
  expect(widened?.leastCount).toBeGreaterThanOrEqual(8);
});

test('lines of punctuation alone, each another, are one signature', async () => {
  const random = createRandom(3);
  const marks = '!#$%&()*+,;<=>?@[]^_{|}~';
  const line = () =>
    Array.from({ length: 12 }, () => marks.charAt(Math.floor(marks.length * random.uniform()))).join('');
  const { signatures, numbers } = await scanned(['3.5 apples', ...Array.from({ length: LINES }, line)]);
  expect(signatures).toEqual([{ tokens: ['<*>'], numbers: 0, count: LINES + 1, firstLine: 0 }]);
  expect(numbers.flatMap((block) => [...block])).toEqual([]);
});

test('a log within bounds is read as it is', async () => {
  const { widened, signatures } = await scanned(named().slice(0, 1000));
  expect(widened).toBeUndefined();
  expect(signatures.length).toBe(1000);
});
