import type { Detector } from '../bundle/detector.ts';
import { NO_HEADER } from '../core/scan/header-format.ts';
import type { IdentifierRule } from '../core/scan/identifier-rule.ts';
import { detectFormats } from '../ingest/records/detect-format.ts';
import type { ColumnChoice, FormatCandidate, FormatSample, LogFormat } from '../ingest/records/format-candidate.ts';
import { groupByFormat, poolSamples } from '../ingest/records/group-by-format.ts';
import { headedShare, isStructured } from '../ingest/records/reads-alike.ts';
import type { TextSource } from '../ingest/text-source.ts';
import type { FormatChoice } from './data.api.ts';
import { type FormattedText, formatted } from './formatted-text.ts';
import { proposeForFormats } from './propose-for-formats.ts';
import { sampleFiles } from './sample-files.ts';
import type { ReadOutcome } from './scan.api.ts';

/** How the files of a log are read. */
export interface ChosenFormats {
  readonly texts: readonly FormattedText[];
  /** Session rules that are worth looking for. */
  readonly rules: readonly IdentifierRule[];
  /** What the files with the first format may be, the best first; none where a detector says it. */
  readonly candidates: readonly FormatCandidate[];
  /** Mean length of the lines that were looked at. */
  readonly lineBytes?: number | undefined;
}

export interface FormatChoices {
  readonly format: FormatChoice;
  readonly columns?: ColumnChoice | undefined;
  /** A parser has settings of its own: one format of lines for all files. */
  readonly ofLines: boolean;
}

/** Files that are read alike. */
interface ReadGroup {
  readonly format: LogFormat;
  readonly sample: FormatSample;
  readonly files: readonly TextSource[];
  readonly candidates: readonly FormatCandidate[];
}

const WHOLE_LINES: LogFormat = { name: 'Lines of text', header: NO_HEADER, records: undefined };

/**
 * As the files tell, each with those that are like it. A format that was chosen is that of the files which most bytes are in;
 * `none` is that of all files.
 */
export async function findFormats(
  texts: readonly TextSource[],
  choices: FormatChoices,
): Promise<ReadOutcome<ChosenFormats>> {
  const sampled = await sampleFiles(texts);
  if (!sampled.ok) return sampled;
  const known = texts.flatMap((text, file) => {
    const sample = sampled.value[file];
    return sample === undefined ? [] : [{ text, sample }];
  });
  const groups = choices.ofLines ? [lineGroup(known, choices)] : readGroups(known, choices);
  const [main] = groups;
  if (main === undefined) throw new RangeError('A log has a file at least');
  const read = choices.format === 'none' ? [allWhole(known, main)] : groups;
  const formatOf = new Map(read.flatMap(({ format, files }) => files.map((text) => [text, format] as const)));
  return {
    ok: true,
    value: {
      // Files without a line are like any other.
      texts: texts.map((text) => formatted(text, formatOf.get(text) ?? (read[0] ?? main).format)),
      rules: proposeForFormats(read),
      candidates: main.candidates,
      lineBytes: meanLength(known.flatMap(({ sample }) => sample.lines)),
    },
  };
}

/** With the line end. */
function meanLength(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length + 1, 0) / lines.length;
}

type KnownText = { readonly text: TextSource; readonly sample: FormatSample };

/** The largest first. */
function readGroups(known: readonly KnownText[], { format, columns }: FormatChoices): ReadGroup[] {
  const groups = groupByFormat(
    known.map(({ sample }) => sample),
    columns,
  ).map(({ files, sample, candidates }) => {
    const own = files.flatMap((place) => known[place]?.text ?? []);
    return { files: own, sample, candidates, bytes: own.reduce((sum, { source }) => sum + source.size, 0) };
  });
  groups.sort((a, b) => b.bytes - a.bytes);
  return groups.map((group, index) => ({
    ...group,
    format: chooseFormat(group.candidates, index === 0 ? format : 'auto'),
  }));
}

function lineGroup(known: readonly KnownText[], { format, columns }: FormatChoices): ReadGroup {
  const sample = { ...poolSamples(known.map((one) => one.sample)), columns };
  const candidates = detectFormats(sample).filter(({ records }) => records === undefined);
  return { format: chooseFormat(candidates, format), sample, candidates, files: known.map(({ text }) => text) };
}

function allWhole(known: readonly KnownText[], { candidates }: ReadGroup): ReadGroup {
  const sample = poolSamples(known.map((one) => one.sample));
  return { format: WHOLE_LINES, sample, candidates, files: known.map(({ text }) => text) };
}

/** A name that no candidate has, such as one chosen for another log, leaves the choice to the log. */
function chooseFormat(candidates: readonly FormatCandidate[], choice: FormatChoice): LogFormat {
  return candidates.find(({ name }) => name === choice) ?? candidates[0] ?? WHOLE_LINES;
}

/** As a detector has them: each file by the format that most of its sampled lines have, the first one where it has none. */
export async function formatsOfDetector(
  texts: readonly TextSource[],
  { header, records, otherFormats, session: { rule } }: Detector,
): Promise<ReadOutcome<ChosenFormats>> {
  const main: LogFormat = { name: 'as the detector has it', header, records };
  const rules = rule.by === 'identifier' ? [rule.identifier] : [];
  const formats = [main, ...otherFormats.map((format) => ({ ...format, name: main.name }))];
  const all = (formatOf: (file: number) => LogFormat): ReadOutcome<ChosenFormats> => ({
    ok: true,
    value: { texts: texts.map((text, file) => formatted(text, formatOf(file))), rules, candidates: [] },
  });
  if (formats.length === 1) return all(() => main);
  const sampled = await sampleFiles(texts);
  if (!sampled.ok) return sampled;
  return all((file) => bestFormat(formats, sampled.value[file]) ?? main);
}

/** Lines of text are what is left: any line is one. */
const TEXT_SHARE = 0.5;

function bestFormat(formats: readonly LogFormat[], sample: FormatSample | undefined): LogFormat | undefined {
  if (sample === undefined) return undefined;
  const shares = formats.map((format) => (isStructured(format) ? headedShare(format, sample) : TEXT_SHARE));
  const best = Math.max(...shares);
  return best > 0 ? formats[shares.indexOf(best)] : undefined;
}
