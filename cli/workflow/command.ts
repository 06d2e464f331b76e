import { badInput, type Command, JSON_OPTION, printed, readWords, wrongUsage } from '../accuracy-command.ts';
import { isWhole } from '../whole-number.ts';
import { measureWorkflows } from './measure.ts';
import { realLogTable, workflowTable, workflowTableBySource } from './table.ts';

const WORKFLOWS = { seeds: 50, sessions: 1000 };
/** Each is learnt by a network of its own. */
const MODEL_WORKFLOWS = { seeds: 20, sessions: 100 };

const OPTIONS = {
  'with-model': { type: 'boolean', default: false },
  seeds: { type: 'string' },
  sessions: { type: 'string' },
  epochs: { type: 'string', default: '15' },
  log: { type: 'string' },
  ...JSON_OPTION,
} as const;

export const runWorkflow: Command = async (words, say) => {
  const given = readWords(words, OPTIONS);
  if (typeof given === 'string') return wrongUsage(given);
  const { json, log, 'with-model': withModel, ...values } = given.values;
  const usual = withModel ? MODEL_WORKFLOWS : WORKFLOWS;
  const options = {
    seeds: Number(values.seeds ?? usual.seeds),
    sessions: Number(values.sessions ?? usual.sessions),
    epochs: Number(values.epochs),
  };
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
