import { parseArgs } from 'node:util';
import type { GenerateOptions } from './generate.ts';
import { LOG_KINDS } from './kinds.ts';
import type { LogKind } from './log-kind.ts';

const KIND_NAMES = LOG_KINDS.map((kind) => kind.name).join('|');

export const HELP = `Writes a realistic log of any size with planted anomalies, and their labels beside it.

npm run -s sample -- --kind ${KIND_NAMES} --lines N --out FILE [--anomalies 0.01] [--seed 1]

  --kind       what to imitate, and what a session of it is:
${LOG_KINDS.map((kind) => `                 ${kind.name.padEnd(10)} ${kind.session}`).join('\n')}
  --lines      how many lines; the file has exactly this many
  --out        the log; FILE.labels.csv gets a row for each session: id,label,cause,line
  --anomalies  share of the sessions that are anomalous, 0 to 1 (default 0.01), evenly over all causes;
               those that start in the first 60 % of the log are anomalous a tenth as often as later ones
  --seed       the same seed gives the same files (default 1)
`;

export type SampleRequest =
  | { readonly is: 'help' }
  | { readonly is: 'wrong'; readonly sentence: string }
  | { readonly is: 'generate'; readonly kind: LogKind; readonly options: GenerateOptions; readonly out: string };

/** What the words after `npm run sample --` ask for. */
export function readSampleArguments(words: readonly string[]): SampleRequest {
  const parsed = parseWords(words);
  if ('sentence' in parsed) return wrong(parsed.sentence);
  const { help, kind: name, out, lines, anomalies, seed } = parsed.values;
  if (help) return { is: 'help' };
  const kind = LOG_KINDS.find((each) => each.name === name);
  if (!kind) return wrong(`--kind must be one of ${KIND_NAMES}.`);
  if (!out) return wrong('--out must name the file to write.');
  const options = { lines: asNumber(lines), anomalies: asNumber(anomalies), seed: asNumber(seed) };
  if (!Number.isSafeInteger(options.lines) || options.lines < 1)
    return wrong('--lines must be a whole number above 0.');
  if (!(options.anomalies >= 0 && options.anomalies <= 1)) return wrong('--anomalies must be a share from 0 to 1.');
  if (!Number.isSafeInteger(options.seed)) return wrong('--seed must be a whole number.');
  return { is: 'generate', kind, options, out };
}

function parseWords(words: readonly string[]) {
  const options = {
    help: { type: 'boolean', short: 'h' },
    kind: { type: 'string' },
    lines: { type: 'string' },
    anomalies: { type: 'string', default: '0.01' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args: [...words], options });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error)
      return { sentence: error.message.split('. ')[0] ?? error.message };
    throw error;
  }
}

/** NaN for what is no number, an empty word too. */
function asNumber(word: string | undefined): number {
  return word === undefined || word.trim() === '' ? Number.NaN : Number(word);
}

function wrong(sentence: string): SampleRequest {
  return { is: 'wrong', sentence: sentence.endsWith('.') ? sentence : `${sentence}.` };
}
