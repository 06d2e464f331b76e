import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { IS_PACKED } from './packed.ts';
import { listen } from './serve/listen.ts';
import { createStaticServer } from './serve/static-server.ts';

const HELP = `${IS_PACKED ? 'deeplog serve' : 'npm start --'} [options]

Serves the page on this machine${IS_PACKED ? '.' : '; builds it where the build is missing or older than its sources.'}

  --port N     the first port to try (4173); where it is taken, the next free one; 0 for any
  --no-open    do not open the browser (it opens only from a terminal, never in CI)
  --help       this text
`;

const root = join(import.meta.dirname, '..');

function readOptions(): { port: number; open: boolean; help: boolean } | string {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, 'no-open': { type: 'boolean' }, help: { type: 'boolean' } },
    });
    const port = Number(values.port ?? 4173);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return `--port takes a number from 0 to 65535, not ${values.port}.`;
    return { port, open: !values['no-open'], help: values.help ?? false };
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

/** The folder of the built page; from its sources it is built anew where they changed. */
async function builtPage(): Promise<string> {
  if (IS_PACKED) return join(root, 'dist');
  const { freshBuild } = await import('./serve/fresh-build.ts');
  return freshBuild(root);
}

function openBrowser(address: string): void {
  const commands: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer' };
  const child = spawn(commands[process.platform] ?? 'xdg-open', [address], { stdio: 'ignore', detached: true });
  child.on('error', () => process.stdout.write('No browser could be opened; open the address yourself.\n'));
  child.unref();
}

async function main(): Promise<number> {
  const options = readOptions();
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${HELP}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const server = createStaticServer(await builtPage());
  const address = `http://localhost:${await listen(server, options.port)}/`;
  process.stdout.write(`Deeplog runs at ${address} (Ctrl+C ends it)\n`);
  if (options.open && process.stdout.isTTY && !process.env.CI) openBrowser(address);
  return 0;
}

process.exitCode = await main();
