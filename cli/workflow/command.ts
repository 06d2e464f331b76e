import { badInput, type Command, JSON_OPTION, printed, readWords, wrongUsage } from '../accuracy-command.ts';
import { isWhole } from '../whole-number.ts';
import { measureWorkflows } from './measure.ts';
import { realLogTable, workflowTable, workflowTableBySource } from './table.ts';

const WORKFLOWS = { seeds: 50, sessions: 1000 };

const OPTIONS = {
  'with-model': { type: 'boolean', default: false },
  seeds: { type: 'string', default: String(WORKFLOWS.seeds) },
  sessions: { type: 'string' },
  epochs: { type: 'string', default: '15' },
  log: { type: 'string' },
  ...JSON_OPTION,
} as const;

export const runWorkflow: Command = async (words, say) => {
  const given = readWords(words, OPTIONS);
  if (typeof given === 'string') return wrongUsage(given);
  const { json, log, 'with-model': withModel, ...values } = given.values;
  const sessions = Number(values.sessions ?? (withModel ? 100 : WORKFLOWS.sessions));
  const options = { seeds: Number(values.seeds), sessions, epochs: Number(values.epochs) };
  for (const [name, value] of Object.entries(options)) {
    if (!isWhole(value, 1)) return wrongUsage(`--${name} must be a whole number above 0.`);
  }
  if (log !== undefined) return ofRealLog(log, options.epochs, json);
  if (withModel) {
    const { measureWithModel } = await import('./with-model.ts');
    const rows = await measureWithModel(options, say);
    return printed(json ? JSON.stringify(rows) : workflowTableBySource(rows));
  }
  const accuracy = measureWorkflows(options.seeds, options.sessions);
  return printed(json ? JSON.stringify(accuracy) : workflowTable(accuracy));
};

async function ofRealLog(directory: string, epochs: number, json: boolean) {
  const { measureRealLog } = await import('./real-log.ts');
  const accuracy = await measureRealLog(`${directory}/train_normal.txt`, `${directory}/normal.txt`, epochs);
  if (typeof accuracy === 'string') return badInput(accuracy);
  return printed(json ? JSON.stringify(accuracy) : realLogTable(accuracy));
}
