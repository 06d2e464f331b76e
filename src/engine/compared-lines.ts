import { comparedValues } from '../core/detect/values/compared-values.ts';
import type { ValuedLog } from '../core/detect/values/line-values.ts';
import { shownValue } from '../core/drain/summarise-parameter.ts';
import type { LineValue } from '../core/report/line-value.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { GroupedLog } from './grouped-log.ts';
import type { OpenedLog } from './opened-log.ts';
import { readerOf, readLineParameters } from './parameters.ts';

/**
 * The values of a line, read back, beside those of normal lines with its template.
 *
 * @param normal indices of the sessions that tell what is usual
 * @param line 1-based
 */
export async function readComparedValues(
  log: OpenedLog,
  grouped: GroupedLog,
  valued: ValuedLog,
  normal: readonly number[],
  line: number,
): Promise<Outcome<readonly LineValue[]>> {
  const read = await readLineParameters(log, grouped, line);
  if (!read.ok) return read;
  const { key, values = [] } = read.value;
  const template = grouped.templates[key];
  if (template === undefined) return { ok: true, value: [] };
  const { places } = readerOf(log, template);
  const compared = comparedValues(valued, line - 1, normal);
  return {
    ok: true,
    value: values.map((text, wildcard) => ({
      ...shownValue(text),
      wildcard,
      place: places?.[wildcard],
      compared: compared.filter((one) => one.wildcard === wildcard),
    })),
  };
}
