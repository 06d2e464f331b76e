import { threeRuns } from '../sample-lines.ts';
import { detectFormats } from './detect-format.ts';
import type { ColumnChoice, FormatCandidate, FormatSample } from './format-candidate.ts';
import { isClearly, isStructured, readsAlike } from './reads-alike.ts';

/** Lines that decide on the format of a group, from all of its files. */
const SAMPLE_LINES = 2000;
/** Lines that decide on the format of a file by itself. */
const OWN_LINES = 150;
/** What is left after so many formats is read by one. */
const MOST_GROUPS = 100;

/** Files that are read by one format. */
export interface FormatGroup {
  /** Places in the list of files, ascending. */
  readonly files: readonly number[];
  /** From all of them. */
  readonly sample: FormatSample;
  /** What they may be, the best first. */
  readonly candidates: readonly [FormatCandidate, ...FormatCandidate[]];
}

/**
 * Finds out which files are of one format: all of them, as long as no file loses a header, a time, a level or a message by it.
 *
 * @param samples one of each file
 * @param columns as a person chose them
 */
export function groupByFormat(samples: readonly FormatSample[], columns?: ColumnChoice): FormatGroup[] {
  const files = samples.map((sample, file) => new SampledFile({ ...sample, columns }, file));
  const groups: FormatGroup[] = [];
  let rest = files;
  while (rest.length > 0) {
    const all = groupOf(rest);
    const { members, format } = groups.length + 1 < MOST_GROUPS ? alikeOnes(all, rest) : everyOne(rest);
    const group = members.length === rest.length ? all : groupOf(members);
    groups.push(format === undefined ? group : fitting(group, members, format));
    rest = rest.filter((file) => !members.includes(file));
  }
  return groups;
}

class SampledFile {
  readonly sample: FormatSample;
  readonly place: number;
  private found: FormatCandidate | undefined;

  constructor(sample: FormatSample, place: number) {
    this.sample = sample;
    this.place = place;
  }

  /** As the file alone tells. */
  get own(): FormatCandidate {
    const { sample } = this;
    this.found ??= detectFormats({ ...sample, lines: threeRuns(sample.lines, OWN_LINES) })[0];
    return this.found;
  }

  has(format: FormatCandidate): boolean {
    return isClearly(format, this.sample) || readsAlike(format, this.own, this.sample);
  }
}

function groupOf(files: readonly SampledFile[]): FormatGroup {
  const sample = poolSamples(files.map((file) => file.sample));
  return { files: files.map(({ place }) => place), sample, candidates: detectFormats(sample) };
}

/** One sample of several files, with the head of the first one. */
export function poolSamples(samples: readonly FormatSample[]): FormatSample {
  const [first, ...others] = samples;
  if (first === undefined) throw new RangeError('There is a file at least');
  if (others.length === 0) return first;
  const each = Math.ceil(SAMPLE_LINES / samples.length);
  return { ...first, lines: samples.flatMap(({ lines }) => threeRuns(lines, each)) };
}

interface AlikeFiles {
  readonly members: readonly SampledFile[];
  /** What they are known by; missing where they have none. */
  readonly format: FormatCandidate | undefined;
}

/** Those that have the format of all; where it is nobody's, those that are like the first one that has any. */
function alikeOnes({ candidates: [format] }: FormatGroup, files: readonly SampledFile[]): AlikeFiles {
  if (files.length === 1) return everyOne(files);
  const alike = isStructured(format) ? files.filter((file) => file.has(format)) : [];
  if (alike.length > 0) return { members: alike, format };
  const seed = files.find(({ own }) => isStructured(own));
  if (seed === undefined) return everyOne(files);
  return { members: files.filter((file) => file === seed || file.has(seed.own)), format: seed.own };
}

function everyOne(members: readonly SampledFile[]): AlikeFiles {
  return { members, format: undefined };
}

/** With what the files are known by, where what all of them together look like is not the format of each. */
function fitting(group: FormatGroup, members: readonly SampledFile[], format: FormatCandidate): FormatGroup {
  const [best] = group.candidates;
  if (best === format || members.every((file) => file.has(best))) return group;
  return { ...group, candidates: [format, ...group.candidates.filter(({ name }) => name !== format.name)] };
}
