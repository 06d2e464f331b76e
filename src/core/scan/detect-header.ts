import { nameColumns } from './column-names.ts';
import { type TypedColumn, typeColumns } from './column-typing.ts';
import { type ColumnKind, type HeaderFormat, type JoinedLines, NO_HEADER } from './header-format.ts';
import { headerReader, lineBytes } from './header-reader.ts';
import { COLON, classAt, PIPE, SPACE, skipSpace } from './kernel/byte-classes.ts';
import { closestFormat, TimestampRecogniser } from './timestamp-formats.ts';

export interface HeaderSettings {
  /** A column that has one kind in this part of the lines holds the header together. */
  readonly anchorShare: number;
  /** Lines without a time, such as stack traces, do not vote on the header where this part of all lines has one. */
  readonly datedShare: number;
  /** Words in a row that may vary between two anchors. */
  readonly longestGap: number;
}

export const HEADER_DEFAULTS: HeaderSettings = { anchorShare: 0.9, datedShare: 0.3, longestGap: 3 };

const MOST_COLUMNS = 14;
const CAPITAL_F = 70;
/** How far behind the last anchor a `component:` or a lone dash is looked for. */
const COMPONENT_REACH = 3;
const DASH_REACH = 4;

interface Sample {
  readonly settings: HeaderSettings;
  readonly lines: readonly Uint8Array[];
  readonly columns: readonly (readonly TypedColumn[])[];
  readonly pipe: boolean;
}

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
  const others = all.filter((line) => !reader.read(line, 0));
  const found = { ...header, share: 1 - others.length / all.length };
  return header.timeColumn < 0 ? found : { ...found, joins: joinsOf(others) };
}

/** Of lines without the header, at least this part is indented where records have several lines. */
const INDENTED_SHARE = 0.3;

/** A time tells where a record begins. A stack trace begins with a line that is not indented. */
function joinsOf(others: readonly Uint8Array[]): JoinedLines {
  const indented = others.filter((line) => classAt(line, 0) === SPACE).length;
  return indented > 0 && indented >= INDENTED_SHARE * others.length ? 'headerless' : 'indented';
}

/** `2017-12-23 22:15:29|Step|...`: a time and then a bar. */
function isPiped(line: Uint8Array, recogniser: TimestampRecogniser): boolean {
  const time = recogniser.at(line, 0, line.length - 1);
  return time !== undefined && line[skipSpace(line, time.end)] === PIPE;
}

/** Only lines with a time where times mostly stand, if enough lines have one; indented lines continue the one before. */
function votingLines(sample: Sample): Sample {
  const places = new Map<number, number>();
  for (const columns of sample.columns) {
    const place = columns.findIndex((column) => column.kind === 'time');
    if (place >= 0) places.set(place, (places.get(place) ?? 0) + 1);
  }
  const [place, count] = [...places].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0]);
  const heads = sample.lines.filter((line) => classAt(line, 0) !== SPACE).length;
  if (count === 0 || count < sample.settings.datedShare * heads) return sample;
  const dated = sample.columns.map((columns) => columns[place]?.kind === 'time');
  return {
    ...sample,
    lines: sample.lines.filter((_, index) => dated[index]),
    columns: sample.columns.filter((_, index) => dated[index]),
  };
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
    timeColumn: bestTime(formats),
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
    kinds.push(kind);
    const gap = index - count;
    if (gap > sample.settings.longestGap) break;
    if (share < sample.settings.anchorShare || !isAnchor(kind, gap, dated, sample.pipe, index === 0)) continue;
    // A word and then a dash may be a name of one word by chance: the tail search takes names of any length.
    if (kind === 'dash' && gap > 0 && share < 0.999) continue;
    if (kind === 'time' || kind === 'level') dated = true;
    count = index + 1;
    if (kind === 'component') break;
  }
  return dated ? { kinds, count } : { kinds: [], count: 0 };
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

/** No log has nothing but fatal lines: such an `F` is a flag, as the one of container runtimes for a full line. */
function isOnlyF({ lines, columns }: Sample, index: number): boolean {
  return columns.every((line, i) => {
    const column = line[index];
    return column?.kind !== 'level' || (column.end - column.start === 1 && lines[i]?.[column.start] === CAPITAL_F);
  });
}

type Tail = 'none' | 'component' | 'dash' | 'padded-word';

function tailOf({ columns, lines, settings }: Sample, kinds: readonly ColumnKind[], count: number): Tail {
  if (kinds[count - 1] === 'component') return 'none';
  const share = (has: (line: readonly TypedColumn[], i: number) => boolean) =>
    columns.filter(has).length / lines.length;
  const within = (kind: ColumnKind, reach: number) => (line: readonly TypedColumn[]) =>
    line.slice(count, count + reach).some((column) => column.kind === kind);
  // `ERROR:` is a level and `STATEMENT:` is none, but both name what wrote the line.
  const isNamed = (line: readonly TypedColumn[], i: number) =>
    within('component', COMPONENT_REACH)(line) ||
    line
      .slice(count, count + COMPONENT_REACH)
      .some(({ kind, end }) => kind === 'level' && lines[i]?.[end - 1] === COLON);
  if (share(within('dash', DASH_REACH)) > 0.95) return 'dash';
  const isPadded = (line: readonly TypedColumn[]) => line[count]?.kind === 'word' && (line[count]?.gap ?? 0) >= 2;
  if (kinds[count - 1] === 'level' && share(isPadded) > settings.anchorShare) return 'padded-word';
  return share(isNamed) > settings.anchorShare ? 'component' : 'none';
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
