import type { IdentifierRule } from '../core/scan/identifier-rule.ts';
import { columnsOfAll, ruleForAll } from '../core/scan/several-headers.ts';
import type { FormatSample, LogFormat } from '../ingest/records/format-candidate.ts';
import { sampleRecords } from '../ingest/records/sample-records.ts';
import { proposeIdentifiers } from './propose-identifiers.ts';

/** Each one costs time and memory on every line of the log. */
const MOST_RULES = 6;

/**
 * The session rules that are worth looking for in a log: all that its first format proposes, and the best of each other one.
 *
 * @param formats with samples of their files
 */
export function proposeForFormats(
  formats: readonly { readonly format: LogFormat; readonly sample: FormatSample }[],
): IdentifierRule[] {
  const columns = columnsOfAll(formats.map(({ format }) => format.header));
  const rules = new Map<string, IdentifierRule>();
  formats.forEach(({ format, sample }, index) => {
    const named = sessionColumn(format);
    const proposed = proposeIdentifiers(sampleRecords(format.records, sample), format.header);
    const others = proposed.filter((rule) => named === undefined || !isSameColumn(rule, named));
    const own = named === undefined ? others : [named, ...others];
    for (const rule of index === 0 ? own : own.slice(0, 1)) {
      const ofAll = ruleForAll(rule, columns);
      rules.set(JSON.stringify(ofAll), ofAll);
    }
  });
  return [...rules.values()].slice(0, MOST_RULES);
}

/** The rule of a format that says itself which column names the session. */
export function sessionColumn({ header, session }: LogFormat): IdentifierRule | undefined {
  const column = session === undefined ? -1 : header.columns.findIndex(({ name }) => name === session);
  return session === undefined || column < 0 ? undefined : { kind: 'column', column, name: session };
}

function isSameColumn(a: IdentifierRule, b: IdentifierRule): boolean {
  return a.kind === 'column' && b.kind === 'column' && a.column === b.column;
}
