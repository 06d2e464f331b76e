import { nameColumns } from './column-names.ts';
import { type TypedColumn, typeColumns } from './column-typing.ts';
import { type ColumnKind, type HeaderFormat, NO_HEADER } from './header-format.ts';
import { headerReader, lineBytes } from './header-reader.ts';
import { HEADER_DEFAULTS, type HeaderSettings, type Sample, votingLines } from './header-sample.ts';
import { tailOf } from './header-tail.ts';
import { joinsOf } from './joined-lines.ts';
import { CLOSE_PARENTHESIS, COLON, OPEN_PARENTHESIS, PIPE, SPACE_BYTE, skipSpace } from './kernel/byte-classes.ts';
import { closestFormat, TimestampRecogniser } from './timestamp-formats.ts';

const MOST_COLUMNS = 14;
const CAPITAL_F = 70;

/**
 * Learns the header from sampled lines: columns are typed one by one, and the header reaches up to the last column that
 * has one kind in nearly all lines, then over a `component:`, a lone dash or a padded word.
 *
 * @param lines without line ends or escape sequences, from all over the file: the first ones alone mislead
 */
export function detectHeader(lines: readonly string[], settings: HeaderSettings = HEADER_DEFAULTS): HeaderFormat {
  const all = lines.filter((line) => line.trim() !== '').map(lineBytes);
  if (all.length === 0) return NO_HEADER;
  const recogniser = new TimestampRecogniser();
  const pipe = all.filter((line) => isPiped(line, recogniser)).length > all.length / 2;
  const sample = votingLines({
    settings,
    lines: all,
    columns: all.map((line) => typeColumns(line, MOST_COLUMNS, pipe, recogniser)),
    pipe,
  });
  const header = headerOf(sample);
  if (header.columns.length === 0) return NO_HEADER;
  const reader = headerReader(header);
  const matched = all.filter((line) => reader.read(line, 0)).length;
  const found = { ...header, share: matched / all.length };
  return { ...found, joins: joinsOf(all, (line) => reader.read(line, 0), recogniser) };
}

/** `2017-12-23 22:15:29|Step|...`: a time and then a bar. */
function isPiped(line: Uint8Array, recogniser: TimestampRecogniser): boolean {
  const time = recogniser.at(line, 0, line.length - 1);
  return time !== undefined && line[skipSpace(line, time.end)] === PIPE;
}

function headerOf(sample: Sample): HeaderFormat {
  const { kinds, count } = isSyslog(sample) ? { kinds: SYSLOG, count: SYSLOG.length } : anchoredColumns(sample);
  if (count === 0) return NO_HEADER;
  const tail = tailOf(sample, kinds, count);
  const fixed = kinds.slice(0, count + (tail === 'padded-word' ? 1 : 0));
  if (tail === 'component') fixed.push('component');
  const formats = fixed.map((kind, index) => (kind === 'time' ? formatOf(sample, index) : ''));
  const columns = nameColumns(fixed, formats, sample.lines, sample.pipe);
  return {
    separator: sample.pipe ? 'pipe' : 'space',
    columns,
    timeColumn: bestTime(columns.map(({ format }) => format)),
    levelColumn: columns.findIndex((column) => column.kind === 'level'),
    dashBeforeContent: tail === 'dash',
    share: 1,
  };
}

/** Kind of each leading column, and how many of them make up the header. */
function anchoredColumns(sample: Sample): { kinds: ColumnKind[]; count: number } {
  const kinds: ColumnKind[] = [];
  let count = 0;
  let dated = false;
  for (let index = 0; index < MOST_COLUMNS; index++) {
    const { kind, share } = commonKind(sample, index);
    const pairs = pairsBetween(sample, count, index);
    const gap = index - count - (kind === 'level' ? pairs : 0);
    if (index - count - pairs > sample.settings.longestGap) break;
    if (kinds[count - 1] === 'component' && (gap > 0 || !goesOn(sample, index, kind, dated))) break;
    kinds.push(kind);
    if (!isAnchorAt(sample, index, { kind, share, gap, dated })) continue;
    if (kind === 'time' || kind === 'level') dated = true;
    count = index + 1;
  }
  return dated ? { kinds, count } : { kinds: [], count: 0 };
}

/** Behind the name of what wrote the line, only a level (`info:`, the `I` of `I0305 10:00:00`) is of the header. */
function goesOn({ columns, lines }: Sample, index: number, kind: ColumnKind, dated: boolean): boolean {
  if (kind === 'time') return !dated;
  if (kind !== 'level') return false;
  const marked = columns.filter((line, i) => {
    const column = line[index];
    return column !== undefined && (column.gap === 0 || lines[i]?.[column.end - 1] === COLON);
  });
  return 2 * marked.length > columns.length;
}

interface Place {
  readonly kind: ColumnKind;
  /** Part of the lines whose column has this kind. */
  readonly share: number;
  /** Columns of varying kind since the last anchor. */
  readonly gap: number;
  /** Whether a time or a level stands before it. */
  readonly dated: boolean;
}

function isAnchorAt(sample: Sample, index: number, place: Place): boolean {
  const { kind, share, gap, dated } = place;
  const { anchorShare, longestGap } = sample.settings;
  if (gap > longestGap) return false;
  if (dated && fixedShare(sample, index) >= anchorShare) return true;
  if (share < anchorShare || !isAnchor(kind, gap, dated, sample.pipe, index === 0)) return false;
  if (kind === 'component' && gap > 0) return areNames(sample, index);
  if (kind === 'bracket' && gap > 0 && areParentheses(sample, index)) return false;
  // A word and then a dash may be a name of one word by chance: the tail search takes names of any length.
  return kind !== 'dash' || gap === 0 || share >= 0.999;
}

/** Columns in `[from, to)` that hold words like `pid=2713`: before a level they are of the header, however many there are. */
function pairsBetween({ columns, settings }: Sample, from: number, to: number): number {
  const arePairs = (index: number) =>
    columns.filter((line) => line[index]?.isPair).length >= settings.anchorShare * columns.length;
  let pairs = 0;
  for (let index = from; index < to; index++) if (arePairs(index)) pairs++;
  return pairs;
}

/** Behind words, `(like this)` is prose, and `( 1702):` is not. */
function areParentheses({ columns, lines }: Sample, index: number): boolean {
  const prose = columns.filter((line, i) => {
    const column = line[index];
    if (column === undefined || lines[i]?.[column.start] !== OPEN_PARENTHESIS) return false;
    return lines[i]?.[column.end - 1] === CLOSE_PARENTHESIS;
  });
  return prose.length > columns.length / 2;
}

/** Priority and version, time, host, application, process, message id and structured data, each of them `-` where unknown. */
const SYSLOG: readonly ColumnKind[] = ['word', 'time', 'word', 'word', 'word', 'word', 'bracket'];

/**
 * Whether lines begin like `<165>1 2003-10-11T22:14:15.003Z`.
 *
 * @see RFC 5424, section 6
 */
function isSyslog({ lines, columns, settings }: Sample): boolean {
  const found = lines.filter((bytes, i) => {
    const [priority, time] = columns[i] ?? [];
    if (priority === undefined || time?.kind !== 'time') return false;
    return /^<[0-9]{1,3}>1$/.test(String.fromCharCode(...bytes.subarray(priority.start, Math.min(priority.end, 8))));
  });
  return found.length > 0 && found.length >= settings.anchorShare * lines.length;
}

/** @param gap columns of varying kind since the last anchor */
function isAnchor(kind: ColumnKind, gap: number, dated: boolean, pipe: boolean, first: boolean): boolean {
  switch (kind) {
    case 'word':
      return false;
    case 'integer':
      return pipe || gap === 0 || !dated;
    case 'dash':
      return gap <= 1;
    case 'bracket':
      return dated || first;
    default:
      return true;
  }
}

function commonKind(sample: Sample, index: number): { kind: ColumnKind; share: number } {
  const counts = new Map<ColumnKind, number>();
  for (const columns of sample.columns) {
    const kind = columns[index]?.kind;
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [kind, count] = [...counts].reduce<[ColumnKind, number]>((a, b) => (b[1] > a[1] ? b : a), ['word', 0]);
  const isWord = kind === 'level' && isOnlyF(sample, index);
  return { kind: isWord ? 'word' : kind, share: count / sample.lines.length };
}

/** Part of the lines whose column is written as only those of headers are. */
function fixedShare({ columns, lines, pipe }: Sample, index: number): number {
  if (!pipe && !columns.some((line) => line[index]?.isFixed || isFullness(line, index))) return 0;
  const fixed = columns.filter((line, i) => {
    const column = line[index];
    if (column === undefined) return false;
    return (
      column.isFixed || column.kind === 'dash' || isFullness(line, index) || (pipe && isClosedByPipe(lines[i], column))
    );
  });
  return fixed.length / lines.length;
}

/** The `F` (or `P`) of container runtimes for a full line (a part of one), behind the stream it was written to. */
function isFullness(line: readonly TypedColumn[], index: number): boolean {
  const column = line[index];
  return column !== undefined && column.end - column.start === 1 && line[index - 1]?.isStream === true;
}

/** Where bars set columns apart, one without spaces that a bar ends is no message. */
function isClosedByPipe(bytes: Uint8Array | undefined, { start, end }: TypedColumn): boolean {
  return bytes !== undefined && bytes[end] === PIPE && !bytes.subarray(start, end).some((c) => c === SPACE_BYTE);
}

/** `5190feda:` and `4711:` are what the message is about, `sshd[4711]:` is what wrote it. */
function areNames({ columns, lines }: Sample, index: number): boolean {
  const text = (column: TypedColumn | undefined, i: number) =>
    String.fromCharCode(...(lines[i]?.subarray(column?.start, column?.end).subarray(0, LONGEST_VALUE) ?? []));
  const values = columns.filter(
    (line, i) => IS_VALUE.test(text(line[index], i)) || IN_CAPITALS.test(text(line[index - 1], i)),
  );
  return values.length <= columns.length / 2;
}

const LONGEST_VALUE = 64;
/** No host: `SERVICE ALERT:`. */
const IN_CAPITALS = /^[A-Z]{2,}$/;
const IS_VALUE = /^(?:[\d.:-]+|[0-9a-f-]{8,}):$/i;

/** No log has nothing but fatal lines: such an `F` is a flag, as the one of container runtimes for a full line. */
function isOnlyF({ lines, columns }: Sample, index: number): boolean {
  return columns.every((line, i) => {
    const column = line[index];
    return column?.kind !== 'level' || (column.end - column.start === 1 && lines[i]?.[column.start] === CAPITAL_F);
  });
}

function formatOf(sample: Sample, index: number): string {
  const times = sample.columns.map((columns) => columns[index]);
  const counts = new Map<string, number>();
  for (const time of times) if (time?.kind === 'time') counts.set(time.format, (counts.get(time.format) ?? 0) + 1);
  const [format] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  const places = sample.lines.map((bytes, line) => ({ bytes, start: times[line]?.valueStart ?? bytes.length }));
  return closestFormat(places, format);
}

/** The time with a date and a time of day; a count of seconds where there is none; a lone date or time last. */
function bestTime(formats: readonly string[]): number {
  const worth = (format: string) => (format === '' ? 0 : /D.*s/.test(format) ? 3 : format.startsWith('epoch') ? 2 : 1);
  const best = formats.reduce((a, b) => (worth(b) > worth(a) ? b : a), '');
  return best === '' ? -1 : formats.indexOf(best);
}
