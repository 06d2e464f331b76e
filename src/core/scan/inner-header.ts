import { detectHeader } from './detect-header.ts';
import type { HeaderColumn, HeaderFormat } from './header-format.ts';
import { UPTIME } from './timestamp-program.ts';

/** In this part of the contents a header is one that the program wrote. */
const CLEAR_SHARE = 0.9;
/** So few are enough where all others continue records. */
const TRACED_SHARE = 0.3;

/**
 * A header with the one that stands in the contents behind it: what runs in a container or under a service manager writes headers of its
 * own, and who collects its lines puts another before them. The content begins behind both; the time is the collector's, whose
 * zone is known, the level the program's.
 *
 * @param contents behind the header, with the white space they begin with; one for each sampled line
 */
export function withInnerHeader(header: HeaderFormat, contents: readonly string[]): HeaderFormat {
  if (header.dashBeforeContent || header.separator === 'pipe') return header;
  const inner = detectHeader(contents);
  if (inner.separator === 'pipe' || !isClear(inner)) return header;
  const behind = (column: number) => (column < 0 ? -1 : header.columns.length + column);
  const required = behind(inner.timeColumn >= 0 ? inner.timeColumn : inner.levelColumn);
  return {
    ...inner,
    columns: unique([...header.columns, ...inner.columns]),
    timeColumn: header.timeColumn >= 0 ? header.timeColumn : behind(inner.timeColumn),
    levelColumn: inner.levelColumn >= 0 ? behind(inner.levelColumn) : header.levelColumn,
    requiredColumn: required,
    share: header.share,
    joins: inner.joins === 'headerless' ? 'headerless' : header.joins,
  };
}

/** Programs write the time or the level first; a time since the machine started is of the kernel's message. */
function isClear({ columns, share, joins }: HeaderFormat): boolean {
  const [first] = columns;
  if ((first?.kind !== 'time' && first?.kind !== 'level') || first.format === UPTIME) return false;
  return share >= CLEAR_SHARE || (joins === 'headerless' && share >= TRACED_SHARE);
}

function unique(columns: readonly HeaderColumn[]): HeaderColumn[] {
  const used = new Map<string, number>();
  return columns.map((column) => {
    const count = (used.get(column.name) ?? 0) + 1;
    used.set(column.name, count);
    return count === 1 ? column : { ...column, name: `${column.name}${count}` };
  });
}
