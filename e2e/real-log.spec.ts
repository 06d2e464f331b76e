import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './test.ts';

const FOLDER = join(import.meta.dirname, '../../shared/data/hdfs');
const LOG = join(FOLDER, 'HDFS_5k.log');

test.skip(!existsSync(LOG), `${LOG} is not there; data folders are not part of the project.`);

test('a real log, dropped on the window', async ({ app }) => {
  const lines = readFileSync(LOG, 'utf8').split('\n');
  await app.open();
  await app.drop(LOG);
  await app.reaches('scored');
  await app.show('Sessions');
  await expect(app.title).toHaveText('110 sessions by blk_<*>');
  const findings = await app.findings();
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.filter(({ session, line }) => !lines[line - 1]?.includes(session))).toEqual([]);
});
