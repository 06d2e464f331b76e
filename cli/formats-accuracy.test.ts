import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REAL_FILES, REAL_TRUTHS } from './formats/real-files.ts';
import { summarise } from './formats/summary.ts';
import { formatsAccuracy } from './formats-accuracy.ts';

test('logs of the corpus are read right without settings', async () => {
  const scores = await formatsAccuracy('fixtures/formats');
  const { files, right, sessionFirst, sessionInThree, times } = summarise(scores);
  expect(files).toBeGreaterThanOrEqual(158);
  expect(right).toBeGreaterThanOrEqual(0.98);
  expect(sessionFirst).toBeGreaterThanOrEqual(0.9);
  expect(sessionInThree).toBeGreaterThanOrEqual(0.98);
  expect(times).toBe(1);
  const traces = scores.filter(({ joined }) => !Number.isNaN(joined));
  expect(traces.filter(({ joined }) => joined < 1).map(({ file }) => file)).toEqual([]);
}, 240_000);

/** Those that are read within seconds. */
const SMALL = [
  'cnpg.log',
  'kafka_server_multiline.log',
  'linux_auth_sshd.log',
  'mongod_3.6.23.log',
  'aws_cloudtrail.json',
];

test.skipIf(!existsSync(REAL_FILES))(
  `real logs are read right without settings (needs ${REAL_FILES})`,
  async () => {
    const truths = Object.fromEntries(Object.entries(REAL_TRUTHS).filter(([file]) => SMALL.includes(file)));
    const { files, right, times } = summarise(await formatsAccuracy(REAL_FILES, truths));
    expect({ files, right, times }).toEqual({ files: SMALL.length, right: 1, times: 1 });
  },
  120_000,
);
