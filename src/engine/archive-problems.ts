import { formatBytes } from '../core/base/format.ts';
import type { Problem } from '../core/report/problem.ts';
import { unpackCommand } from '../ingest/file-type.ts';
import type { ReadProblem } from '../ingest/read-problem.ts';
import { canUnpack } from '../ingest/unpack/container.ts';

type ArchiveProblem = Extract<ReadProblem, { kind: 'compressed' | 'truncated' | 'damaged' | 'bomb' }>;

/** What a person reads when an archive was not unpacked. */
export function archiveProblem(problem: ArchiveProblem): Problem {
  const { file } = problem;
  switch (problem.kind) {
    case 'compressed': {
      const where = canUnpack(problem.type) ? 'inside of another archive' : 'here';
      return {
        code: 'compressed-file',
        message: `${file} is packed (${problem.type}), which is not unpacked ${where}.`,
        advice: `Unpack it with "${unpackCommand(problem.type)}" and choose the log file inside.`,
      };
    }
    case 'truncated':
      return {
        code: 'damaged-archive',
        message: `${file} ends early: ${formatBytes(problem.bytes)} of it could be unpacked.`,
        advice: 'Copy or download it again. Nothing of it was read.',
      };
    case 'damaged': {
      const how = problem.bytes > 0 ? `, after ${formatBytes(problem.bytes)}` : '';
      return {
        code: 'damaged-archive',
        message: `${file} cannot be unpacked: ${problem.reason}${how}.`,
        advice: 'Copy or download it again, or unpack it with another program. Nothing of it was read.',
      };
    }
    case 'bomb':
      return {
        code: 'bomb',
        message: `${file} grows without measure: ${formatBytes(problem.bytesRead)} of it became ${formatBytes(problem.bytes)} so far.`,
        advice: 'If you trust it, unpack it anyway (--unpack-anyway on the command line).',
      };
  }
}
