import { type Command, JSON_OPTION, printed, readWords, wrongUsage } from '../accuracy-command.ts';
import { measureWorkflows } from './measure.ts';
import { workflowTable } from './table.ts';

const WORKFLOWS = { seeds: 50, sessions: 1000 };

export const runWorkflow: Command = async (words) => {
  const given = readWords(words, JSON_OPTION);
  if (typeof given === 'string') return wrongUsage(given);
  const accuracy = measureWorkflows(WORKFLOWS.seeds, WORKFLOWS.sessions);
  return printed(given.values.json ? JSON.stringify(accuracy) : workflowTable(accuracy));
};
