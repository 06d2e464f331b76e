import { KEY_SEQUENCES } from '../../core/scan/records/key-sequences.ts';
import { headerOfRecords } from '../../core/scan/records/record-format.ts';
import type { DetectFormat } from './format-candidate.ts';

const SEQUENCE = /^\s*\d{1,6}(?: +\d{1,6})*\s*$/;
const LEAST_SHARE = 0.95;
const LEAST_KEYS_PER_LINE = 2;
/** Keys come again; measurements do not. */
const MOST_DISTINCT_SHARE = 0.25;

/** Sessions as implementations of DeepLog read them: one a line, log keys as whole numbers. */
export const detectKeySequences: DetectFormat = ({ lines }) => {
  const sequences = lines.filter((line) => SEQUENCE.test(line));
  const share = sequences.length / lines.length;
  const keys = sequences.flatMap((line) => line.trim().split(/ +/));
  const isMany = keys.length >= LEAST_KEYS_PER_LINE * sequences.length;
  if (!(share >= LEAST_SHARE) || !isMany || new Set(keys).size > MOST_DISTINCT_SHARE * keys.length) return undefined;
  return {
    name: 'Key sequences, one session a line',
    header: headerOfRecords(KEY_SEQUENCES, ''),
    records: KEY_SEQUENCES,
    share,
    session: 'session',
  };
};
