import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runParsing } from './parsing/command.ts';

const LOGHUB = '../shared/data/loghub2k';

/** What was reached, rounded down: a change that costs accuracy has to be seen. */
const GA_FLOORS: Readonly<Record<string, number>> = {
  Apache: 1,
  BGL: 0.99,
  HDFS: 1,
  Hadoop: 0.97,
  Linux: 0.99,
  OpenSSH: 1,
  OpenStack: 1,
  Spark: 0.99,
  Windows: 1,
  Zookeeper: 0.99,
};

/** Choosing each number without one of ten systems takes minutes. */
const SOME_SYSTEMS = ['Linux', 'OpenSSH'];

/** Grouping accuracy of Drain as its authors published it, of 2,000 lines each. */
const PUBLISHED_GA = {
  Apache: 1,
  BGL: 0.9625,
  HDFS: 0.9975,
  Hadoop: 0.9475,
  Linux: 0.69,
  OpenSSH: 0.7875,
  OpenStack: 0.7325,
  Spark: 0.92,
  Windows: 0.997,
  Zookeeper: 0.9665,
};

/** In this process: loading the program anew for each would take longer than most of them run. */
async function measured(...words: readonly string[]) {
  const result = await runParsing([...words, '--json'], () => undefined);
  if (!result.ok) throw new Error(result.sentence);
  return JSON.parse(result.text);
}

/** All systems are mined, on a machine that may have other things to do. */
const PATIENT = { timeout: 300_000 };

describe('accuracy of parsing', PATIENT, () => {
  test.skipIf(!existsSync(LOGHUB))(`on ${LOGHUB} (skipped where that folder is missing)`, async () => {
    const { systems, average } = await measured(LOGHUB);
    for (const [name, floor] of Object.entries(GA_FLOORS)) {
      expect(systems[name].ga, `grouping accuracy of ${name}`).toBeGreaterThanOrEqual(floor);
    }
    expect(average.ga).toBeGreaterThanOrEqual(0.99);
    expect(average.fga).toBeGreaterThanOrEqual(0.97);
    expect(average.pa).toBeGreaterThanOrEqual(0.94);
    expect(average.fta).toBeGreaterThanOrEqual(0.91);
  });

  test.skipIf(!existsSync(LOGHUB))(`classic Drain is as published (skipped where ${LOGHUB} is missing)`, async () => {
    const { systems } = await measured(LOGHUB, '--classic');
    for (const [name, published] of Object.entries(PUBLISHED_GA)) {
      expect(systems[name].ga, `grouping accuracy of ${name}`).toBeCloseTo(published, 6);
    }
  });

  test.skipIf(!existsSync(LOGHUB))(
    `numbers chosen on other systems cost next to nothing (skipped where ${LOGHUB} is missing)`,
    async () => {
      const some = mkdtempSync(join(tmpdir(), 'deeplog-systems-'));
      for (const name of SOME_SYSTEMS) cpSync(join(LOGHUB, name), join(some, name), { recursive: true });
      const { systems, average, cost } = await measured(some, '--leave-one-out');
      rmSync(some, { recursive: true });
      expect(Object.keys(systems).sort()).toEqual(SOME_SYSTEMS);
      expect(cost).toBeLessThanOrEqual(0.015);
      for (const name of SOME_SYSTEMS) {
        expect(systems[name].defaultGa, `grouping accuracy of ${name}`).toBeGreaterThanOrEqual(GA_FLOORS[name] ?? 1);
      }
      expect(average.defaultGa - average.ga).toBeCloseTo(cost, 12);
    },
  );

  test.each([
    ['two ways at once', ['docs', '--classic', '--leave-one-out'], 2, 'two ways; name one'],
    ['leaving out of none', ['docs', '--leave-one-out'], 1, 'docs holds no X_2k.log'],
    ['a folder without logs', ['docs'], 1, 'docs holds no X_2k.log'],
  ])('%s is refused with a sentence', async (_, words, exitCode, sentence) => {
    const refused = { ok: false, exitCode, sentence: expect.stringContaining(sentence) };
    expect(await runParsing(words, () => undefined)).toMatchObject(refused);
  });

  test.each([
    ['an unknown command', ['sing', 'x'], 2, 'Usage'],
    ['a missing folder', ['parsing', 'no/such/folder'], 1, 'no/such/folder is not a folder.'],
  ])('%s ends the process with a status and a sentence', (_, args, status, message) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'cli/accuracy.ts', ...args], { encoding: 'utf8' });
    expect(run.status).toBe(status);
    expect(run.stderr).toContain(message);
    expect(run.stdout).toBe('');
  });
});
