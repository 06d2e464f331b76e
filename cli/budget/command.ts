import { parseArgs } from 'node:util';
import { LOG_KINDS } from '../sample/kinds.ts';
import { type BudgetRun, measureBudget } from './measure.ts';
import { budgetTable, causeTable } from './table.ts';

export const BUDGET_USAGE = `  budget        generate logs of every kind by turns with seeds 1, 2, ..., analyse each with the default settings, and count the
                normal sessions behind the training period that are flagged, beside how many the budget allows in
                nineteen of twenty logs (exact binomial interval); and which planted sessions are found, with their cause
    --runs N    logs (default 30); --lines N of each (default 50,000); --anomalies S planted, as a share of the sessions
                (default 0.01); --epochs N passes of training at most (default 8)`;

const OPTIONS = {
  runs: { type: 'string', default: '30' },
  lines: { type: 'string', default: '50000' },
  anomalies: { type: 'string', default: '0.01' },
  epochs: { type: 'string', default: '8' },
  json: { type: 'boolean', default: false },
} as const;

interface BudgetRequest {
  readonly runs: number;
  readonly lines: number;
  readonly anomalies: number;
  readonly epochs: number;
  readonly json: boolean;
}

/**
 * @param words those after `budget`
 * @returns what to print; a sentence where the command line is wrong
 */
export async function runBudget(
  words: readonly string[],
  say: (text: string) => void,
): Promise<{ readonly text: string } | { readonly sentence: string }> {
  const request = readRequest(words);
  if (typeof request === 'string') return { sentence: request };
  const { lines, anomalies, epochs } = request;
  const runs: BudgetRun[] = [];
  for (let seed = 1; seed <= request.runs; seed++) {
    const kind = LOG_KINDS[(seed - 1) % LOG_KINDS.length];
    if (kind === undefined) break;
    const run = await measureBudget(kind, { lines, anomalies, seed }, epochs);
    say(`${run.kind}, seed ${seed}: ${run.falseAlarms} of ${run.normal} normal sessions flagged`);
    runs.push(run);
  }
  return { text: request.json ? JSON.stringify(runs) : `${budgetTable(runs)}\n\n${causeTable(runs)}` };
}

function readRequest(words: readonly string[]): BudgetRequest | string {
  try {
    const { values } = parseArgs({ args: [...words], options: OPTIONS });
    const [runs, lines, epochs] = [Number(values.runs), Number(values.lines), Number(values.epochs)];
    const anomalies = Number(values.anomalies);
    const wrong = Object.entries({ runs, lines, epochs }).find(([, n]) => !Number.isSafeInteger(n) || n < 1);
    if (wrong !== undefined) return `--${wrong[0]} must be a whole number above 0.`;
    if (!(anomalies >= 0 && anomalies < 1)) return '--anomalies must be at least 0 and below 1.';
    return { runs, lines, anomalies, epochs, json: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
