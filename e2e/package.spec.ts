import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import type { ThreadAnswer, ThreadJob } from '../cli/scan-pool.ts';
import { NO_HEADER } from '../src/core/scan/header-format.ts';
import { blockLog } from './logs.ts';
import { expect, test } from './test.ts';

const run = promisify(execFile);

test('the packed program runs with npx in an empty folder, without a network', async ({ site }) => {
  expect(site, 'the page is built').toContain('localhost');
  const folder = mkdtempSync(join(tmpdir(), 'deeplog-package-'));
  const env = { ...process.env, npm_config_cache: join(folder, 'cache'), npm_config_offline: 'true', CI: '1' };
  let server: ChildProcess | undefined;
  try {
    await build({ configFile: 'vite.cli.config.ts', logLevel: 'warn' });
    expect(await answerOfThread()).toMatchObject({ id: 7, outcome: { ok: true } });
    const packed = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { env });
    const [{ filename }] = JSON.parse(packed.stdout);
    const log = blockLog('blocks.log', 2000, 5);
    writeFileSync(join(folder, log.name), log.buffer);
    const deeplog = ['--yes', `./${filename}`];
    const here = { env, cwd: folder };

    const options = ['--json', '--epochs', '2', '--backend', 'wasm', '--workers', '2', '--out', 'out'];
    const { stdout } = await run('npx', [...deeplog, 'analyze', log.name, ...options], here);
    expect(JSON.parse(stdout)).toMatchObject({ model: { backend: 'wasm', epochs: 2 }, session: { by: 'blk_<*>' } });
    expect(
      readFileSync(join(folder, 'out', 'findings.parquet'))
        .subarray(0, 4)
        .toString(),
    ).toBe('PAR1');

    server = spawn('npx', [...deeplog, 'serve', '--port', '0', '--no-open'], { ...here, detached: true });
    const address = await firstLine(server);
    const page = await fetch(/http:\S+/.exec(address)?.[0] ?? '');
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
    expect(await page.text()).toContain('<title>Deeplog');
  } finally {
    // With the server that npx started.
    if (server?.pid !== undefined) process.kill(-server.pid);
    rmSync(folder, { recursive: true });
  }
});

/** A thread that does not start would go unnoticed: its part of a log is read where the others are. */
async function answerOfThread(): Promise<ThreadAnswer> {
  const thread = new Worker('./bin/scan-thread.js');
  const task = { program: { header: NO_HEADER, identifiers: [] }, kernel: undefined };
  thread.postMessage({ id: 7, work: 'scan', job: { files: [], ranges: [], task } } satisfies ThreadJob);
  const [answer]: ThreadAnswer[] = await once(thread, 'message');
  await thread.terminate();
  if (answer === undefined) throw new Error('It said nothing');
  return answer;
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('Nothing is read from it');
  for await (const line of createInterface(stdout)) return line;
  throw new Error('It ended without a word');
}
