import { bytesOfUnits } from '../../core/scan/bytes.ts';
import type { NumberedLevels } from '../../core/scan/records/level-names.ts';
import { levelTable } from '../../core/scan/severity.ts';
import { type Leaf, lastName } from './leaves.ts';

const NAME =
  /^(?:@?log)?[._-]?(?:level|lvl|levelname|level_?name|level_?no|level_?display_?name|severity|severity_?text|severity_?number|error_?severity|sev|priority|loglevel|@l|@level|s|l|p)$/i;
const WORDS_SHARE = 0.8;

export interface RecordLevel {
  readonly leaf: Leaf;
  readonly as: 'text' | NumberedLevels;
}

/**
 * The place with the level. Where several have one, the one that says more, then words before numbers.
 *
 * @param chosen name of the place, where a person chose it; what is no level there is none
 */
export function levelOf(leaves: readonly Leaf[], records: number, chosen?: string): RecordLevel | undefined {
  const known = leaves.find(({ name }) => name === chosen);
  if (known !== undefined) return { leaf: known, as: scaleOf(known, leaves) ?? 'text' };
  const found = leaves.flatMap((leaf) => {
    const as = NAME.test(lastName(leaf)) && leaf.isPlain ? scaleOf(leaf, leaves) : undefined;
    return as === undefined ? [] : [{ leaf, as, worth: worthOf(leaf, records) * (as === 'text' ? 1 : 0.9) }];
  });
  return found.reduce<(typeof found)[number] | undefined>((a, b) => (a && a.worth >= b.worth ? a : b), undefined);
}

function worthOf(leaf: Leaf, records: number): number {
  const says = new Set(leaf.values).size > 1 ? 1 : 0.8;
  const short = lastName(leaf).length === 1 ? 0.7 : 1;
  return (leaf.values.length / records) * says * short - 0.05 * leaf.path.length;
}

function scaleOf({ name, values }: Leaf, leaves: readonly Leaf[]): RecordLevel['as'] | undefined {
  const numbers = values.map(Number);
  if (!numbers.every(Number.isInteger)) {
    const words = values.filter((value) => isLevel(value.replace(/\d+$/, '')));
    return words.length >= WORDS_SHARE * values.length ? 'text' : undefined;
  }
  const most = Math.max(...numbers);
  const isAmong = (from: number, to: number) => numbers.every((value) => value >= from && value <= to);
  if (isAmong(10, 69) && most >= 10) return /no$/i.test(name) ? 'python' : 'bunyan';
  if (/number$/i.test(name)) return isAmong(0, 24) ? 'opentelemetry' : undefined;
  if (leaves.some((leaf) => /^event_?id$/i.test(leaf.name))) return isAmong(0, 5) ? 'windows' : undefined;
  return isAmong(0, 7) ? 'syslog' : undefined;
}

function isLevel(word: string): boolean {
  const text = word.length === 1 ? word.toUpperCase() : word;
  return text !== '' && levelTable().severityOf(bytesOfUnits(text), 0, text.length) > 0;
}
