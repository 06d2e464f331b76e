import type { TypedColumn } from './column-typing.ts';
import type { ColumnKind } from './header-format.ts';
import type { Sample } from './header-sample.ts';
import { CLOSE_BRACKET, COLON } from './kernel/byte-classes.ts';

/** How far behind the last anchor a `component:` or a lone dash is looked for. */
const COMPONENT_REACH = 3;
const DASH_REACH = 4;
/** In this part of the lines a component must be one without doubt. */
const SURE_SHARE = 0.5;
const LONGEST_NAME = 128;

export type Tail = 'none' | 'component' | 'dash' | 'padded-word';

/** What stands between the last column that has one kind in nearly all lines and the content. */
export function tailOf({ columns, lines, settings, pipe }: Sample, kinds: readonly ColumnKind[], count: number): Tail {
  if (kinds.slice(0, count).includes('component')) return 'none';
  const share = (has: (line: readonly TypedColumn[], i: number) => boolean) =>
    columns.filter(has).length / lines.length;
  const within = (kind: ColumnKind, reach: number) => (line: readonly TypedColumn[]) =>
    line.slice(count, count + reach).some((column) => column.kind === kind);
  const isLevelName = levelNames(lines, columns, count);
  const isNamed = (line: readonly TypedColumn[], i: number) =>
    within('component', COMPONENT_REACH)(line) || isLevelName(line, i);
  if (share(within('dash', DASH_REACH)) > 0.95) return 'dash';
  const isPadded = (line: readonly TypedColumn[]) => line[count]?.kind === 'word' && (line[count]?.gap ?? 0) >= 2;
  if (kinds[count - 1] === 'level' && share(isPadded) > settings.anchorShare) return 'padded-word';
  if (pipe && share((line, i) => isBeforeDash(line[count], lines[i])) > 0.95) return 'dash';
  if (
    areAligned(
      columns.map((line) => line[count]),
      settings.anchorShare,
    )
  )
    return 'padded-word';
  // A name of several words is the exception, as `syslogd 1.4.1:`; a message may begin like that too.
  const isSure = (line: readonly TypedColumn[], i: number) =>
    line[count]?.kind === 'component' || isProcess(line[count], lines[i]) || isLevelName(line, i);
  return share(isSure) >= SURE_SHARE && share(isNamed) > settings.anchorShare ? 'component' : 'none';
}

/** `com.apple.xpc.launchd[1] (com.example.agent):` has its process id within the name. */
function isProcess(column: TypedColumn | undefined, bytes: Uint8Array | undefined): boolean {
  return column?.kind === 'word' && bytes?.[column.end - 1] === CLOSE_BRACKET;
}

/**
 * Whether a level with a colon names what wrote a line: `ERROR:` is a level and `STATEMENT:` is none, but both are names, also behind
 * others as in `PHP Notice:`. The `ALERT:` of messages that begin with `HOST ALERT:` and `SERVICE ALERT:` is none.
 */
function levelNames(lines: readonly Uint8Array[], columns: Sample['columns'], count: number) {
  const text = (column: TypedColumn | undefined, i: number) =>
    String.fromCharCode(...(lines[i]?.subarray(column?.start, column?.end) ?? []).slice(0, LONGEST_NAME));
  const varies = new Set(columns.map((line, i) => text(line[count], i))).size > 1;
  const isInCapitals = (column: TypedColumn | undefined, i: number) => varies && /^[A-Z]{2,}$/.test(text(column, i));
  return (line: readonly TypedColumn[], i: number) =>
    line.slice(count, count + COMPONENT_REACH).some(({ kind, end }, place) => {
      const isMarked = kind === 'level' && lines[i]?.[end - 1] === COLON;
      return isMarked && (place === 0 || !isInCapitals(line[count + place - 1], i));
    });
}

/** `shop.orders:place:42 - ` at the end of columns that bars set apart, as loguru writes it. */
function isBeforeDash(column: TypedColumn | undefined, bytes: Uint8Array | undefined): boolean {
  if (column === undefined || bytes === undefined) return false;
  return /^\S+ - \S/.test(String.fromCharCode(...bytes.subarray(column.start, column.start + LONGEST_NAME)));
}

/** Words of different length with as many spaces behind them as make one width of both: a column of a table, as `%-12s` writes it. */
function areAligned(words: readonly (TypedColumn | undefined)[], leastShare: number): boolean {
  const byWidth = new Map<number, { lines: number; readonly lengths: Set<number> }>();
  for (const word of words) {
    if (word?.kind !== 'word') continue;
    const length = word.end - word.start;
    const same = byWidth.get(length + word.gap) ?? { lines: 0, lengths: new Set() };
    same.lines++;
    same.lengths.add(length);
    byWidth.set(length + word.gap, same);
  }
  return [...byWidth.values()].some(({ lines, lengths }) => lines > leastShare * words.length && lengths.size > 1);
}
