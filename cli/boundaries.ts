import { join } from 'node:path';
import { checkBoundaries } from './check/boundaries.ts';

const root = join(import.meta.dirname, '..');
const { modules, faults } = checkBoundaries(root, join(root, '.dependency-cruiser.cjs'));
process.stdout.write([...faults, `${modules} modules, ${faults.length} faults`].map((line) => `${line}\n`).join(''));
process.exitCode = faults.length > 0 ? 1 : 0;
