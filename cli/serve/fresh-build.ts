import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Everything the production build is made from. */
const SOURCES = [
  'src',
  'assembly',
  'cli/tfjs',
  'cli/wasm',
  'public',
  'index.html',
  'vite.config.ts',
  'cli/security-headers.ts',
  'package-lock.json',
];

/** Builds the page unless the build is newer than all of its sources. Returns the folder of the build. */
export async function freshBuild(root: string): Promise<string> {
  const dist = join(root, 'dist');
  const page = join(dist, 'index.html');
  if (!existsSync(page) || statSync(page).mtimeMs < newestChange(root)) {
    process.stderr.write('Building the page...\n');
    // A test runner's would build React with the checks of development.
    process.env.NODE_ENV = 'production';
    await build({ root, logLevel: 'warn' });
  }
  return dist;
}

function newestChange(root: string): number {
  const paths = SOURCES.map((source) => join(root, source)).flatMap((path) =>
    statSync(path).isDirectory()
      ? [path, ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))]
      : [path],
  );
  return Math.max(...paths.map((path) => statSync(path).mtimeMs));
}
