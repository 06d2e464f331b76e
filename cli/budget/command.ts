import { type Command, JSON_OPTION, printed, readWords, wrongUsage } from '../accuracy-command.ts';
import { LOG_KINDS } from '../sample/kinds.ts';
import { isWhole } from '../whole-number.ts';
import { type BudgetRun, measureBudget } from './measure.ts';
import { budgetTable, causeTable } from './table.ts';

const OPTIONS = {
  runs: { type: 'string', default: '30' },
  lines: { type: 'string', default: '50000' },
  anomalies: { type: 'string', default: '0.01' },
  epochs: { type: 'string', default: '8' },
  ...JSON_OPTION,
} as const;

interface BudgetRequest {
  readonly runs: number;
  readonly lines: number;
  readonly anomalies: number;
  readonly epochs: number;
  readonly json: boolean;
}

export const runBudget: Command = async (words, say) => {
  const request = readRequest(words);
  if (typeof request === 'string') return wrongUsage(request);
  const { lines, anomalies, epochs } = request;
  const runs: BudgetRun[] = [];
  for (let seed = 1; seed <= request.runs; seed++) {
    const kind = LOG_KINDS[(seed - 1) % LOG_KINDS.length];
    if (kind === undefined) break;
    const run = await measureBudget(kind, { lines, anomalies, seed }, epochs);
    say(`${run.kind}, seed ${seed}: ${run.falseAlarms} of ${run.normal} normal sessions flagged`);
    runs.push(run);
  }
  return printed(request.json ? JSON.stringify(runs) : `${budgetTable(runs)}\n\n${causeTable(runs)}`);
};

function readRequest(words: readonly string[]): BudgetRequest | string {
  const given = readWords(words, OPTIONS);
  if (typeof given === 'string') return given;
  const { values } = given;
  const [runs, lines, epochs] = [Number(values.runs), Number(values.lines), Number(values.epochs)];
  const anomalies = Number(values.anomalies);
  const wrong = Object.entries({ runs, lines, epochs }).find(([, n]) => !isWhole(n, 1));
  if (wrong !== undefined) return `--${wrong[0]} must be a whole number above 0.`;
  if (!(anomalies >= 0 && anomalies < 1)) return '--anomalies must be at least 0 and below 1.';
  return { runs, lines, anomalies, epochs, json: values.json };
}
