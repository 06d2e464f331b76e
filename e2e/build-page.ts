import { join } from 'node:path';
import { freshBuild } from '../cli/serve/fresh-build.ts';

/** Once, before workers that would each build it. */
export default async function buildPage(): Promise<void> {
  await freshBuild(join(import.meta.dirname, '..'));
}
