import type { Settings } from '../../src/app/state.ts';
import type { LogReport } from '../../src/core/report/log-report.ts';
import type { Problem } from '../../src/core/report/problem.ts';
import { namesInSentence } from './names-in-sentence.ts';

/** A format or column that was named and that the log does not have. A detector lists no formats: it brings its own. */
export function unknownChoice(settings: Pick<Settings, 'format' | 'columns'>, log: LogReport): Problem | undefined {
  return log.formats.length === 0 ? undefined : (unknownFormat(settings, log) ?? unknownColumn(settings, log));
}

function unknownFormat({ format: wanted }: Pick<Settings, 'format'>, log: LogReport): Problem | undefined {
  const { formats } = log;
  if (wanted === 'auto' || wanted === 'none') return undefined;
  if (formats.some(({ name, chosen }) => chosen && name === wanted)) return undefined;
  return {
    code: 'unknown-format',
    message: `${namesOf(log)} may not be read as "${wanted}".`,
    advice: `Choose one of: ${formats.map(({ name }) => name).join(', ')}, none.`,
  };
}

function unknownColumn({ columns = {} }: Pick<Settings, 'columns'>, log: LogReport): Problem | undefined {
  const { format, fieldChoices: known } = log.header;
  const { time, level, message: text, session } = columns;
  const wanted = [time, level, text, session].filter((name) => name !== undefined);
  const unknown = wanted.find((name) => known?.includes(name) !== true);
  if (unknown === undefined) return undefined;
  const code = 'unknown-column';
  if (known === undefined) {
    const message = `${namesOf(log)} has no columns to choose from: it is read as "${format}".`;
    return { code, message, advice: 'Leave --columns out, or name a format with columns by --format.' };
  }
  return {
    code,
    message: `${namesOf(log)} has no column "${unknown}".`,
    advice: `Choose from: ${namesInSentence(known)}.`,
  };
}

function namesOf({ files }: LogReport): string {
  return files.map(({ name }) => name).join(', ');
}
