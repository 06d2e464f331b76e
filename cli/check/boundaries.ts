import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Its package does not name its command for `require.resolve`. */
const CRUISER = join(import.meta.dirname, '../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

export interface Boundaries {
  readonly modules: number;
  /** One line for each forbidden import, and one when no module was seen at all: then nothing was checked. */
  readonly faults: readonly string[];
}

/**
 * Checks who imports whom under `src`.
 *
 * @param root folder that holds `src` and a `tsconfig.json`
 * @param config path of the dependency-cruiser rules
 * @throws Error when dependency-cruiser itself fails
 */
export function checkBoundaries(root: string, config: string): Boundaries {
  const args = [CRUISER, 'src', '--config', config, '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${stderr}${stdout}`);
  const { totalCruised, violations } = (JSON.parse(stdout) as Cruise).summary;
  const faults = violations.map(({ from, to, rule }) => `${rule.name}: ${from} imports ${to}`);
  return {
    modules: totalCruised,
    faults: totalCruised === 0 ? ['no module was seen, so nothing was checked'] : faults,
  };
}
