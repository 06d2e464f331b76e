import type { HeaderFormat } from './header-format.ts';
import type { IdentifierRule } from './identifier-rule.ts';

const LABEL_TITLE = /^(is[_ ]?)?(label|anomaly|anomalous|abnormal|class|truth|ground[_ ]?truth)s?$/i;

/** Whether a column with this name may say what is an anomaly. */
export function namesLabels(name: string): boolean {
  return LABEL_TITLE.test(name.trim());
}

/**
 * The column that may say of each line whether it is an anomaly: one named so, or a dash or a word in front of the time, as logs
 * of supercomputers have it. Its values tell whether it does.
 */
export function possibleLabels({ columns }: HeaderFormat): IdentifierRule | undefined {
  const named = columns.findIndex(({ name }) => namesLabels(name));
  const isMarked = columns[0]?.kind === 'dash' && columns[1]?.kind === 'time';
  const column = named < 0 && isMarked ? 0 : named;
  const name = columns[column]?.name;
  return name === undefined ? undefined : { kind: 'column', column, name };
}
