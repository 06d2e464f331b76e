import type { LogKey } from '../core/base/brand.ts';
import type { Bytes } from '../core/base/units.ts';
import type { ErrorNormName } from '../core/detect/expected/error-norm.ts';
import type { ForetoldValues } from '../core/detect/expected/keep-foretold.ts';
import type { Mark } from '../core/detect/marks/mark.ts';
import type { SavedEnsemble } from '../core/detect/quick-detectors.ts';
import type { HeldOut } from '../core/detect/threshold.ts';
import type { ClassicSettings } from '../core/drain/classic/classic-reader.ts';
import { masksOf } from '../core/drain/edits/template-changes.ts';
import type { TemplateEdits, TemplateId } from '../core/drain/edits/template-edit.ts';
import type { TemplateNotes } from '../core/drain/edits/template-notes.ts';
import type { FrozenMiner } from '../core/drain/frozen-miner.ts';
import type { SessionRule } from '../core/report/log-report.ts';
import type { HeaderFormat } from '../core/scan/header-format.ts';
import type { RecordFormat } from '../core/scan/records/record-format.ts';
import type { Backend, EpochLog, KeyModelWeights, TrainingEnd } from '../core/sequence/key-model.ts';
import type { Rhythm } from '../core/sequence/rhythm.ts';
import type { TrainingMemory } from '../core/sequence/training-memory.ts';

/** All that scoring another log needs, and where it came from. Documented in docs/file-formats.md. */
export interface Detector {
  readonly trainedOn: TrainingData;
  readonly header: HeaderFormat;
  /** How the records of a log stand in its files; undefined where each line is one. */
  readonly records: RecordFormat | undefined;
  /** Of files that are read in another way than most. */
  readonly otherFormats: readonly FileFormat[];
  readonly session: { readonly rule: SessionRule; readonly label: string };
  readonly miner: FrozenMiner;
  /** How lines become the tokens that the miner matches; undefined where it was fitted without settings. */
  readonly classic: ClassicSettings | undefined;
  /** Display text of each template, by log key. */
  readonly texts: readonly string[];
  /** Log keys of the model's symbols. */
  readonly vocabulary: readonly LogKey[];
  /** How sessions usually begin and pause. */
  readonly rhythm: Rhythm;
  readonly weights: KeyModelWeights;
  /** Scores of the sessions that were held out: thresholds come from them, for any budget. */
  readonly heldOut: HeldOut;
  /** The detectors beside the key model; missing in files of before format 5. */
  readonly ensemble: SavedEnsemble | undefined;
  /** The regression of numbers in lines; missing where none is foretold, and in files of before format 6. */
  readonly values?: ForetoldValues | undefined;
  /** What a person said of sessions; missing where nothing was said, and in files of before format 7. */
  readonly marks?: readonly Mark[] | undefined;
  /** What is kept of the lines it learnt from; missing in files of before format 8. */
  readonly memory?: TrainingMemory | undefined;
  /** What a person changed about the templates and said of them; missing where nothing was, and in files of before format 9. */
  readonly byHand?: TemplatesByHand | undefined;
  /** What was in force when it was saved. */
  readonly settings: DetectorSettings;
  readonly training: TrainingRecord;
}

/** Beside what its miner holds already. */
export interface TemplatesByHand {
  /** Words that match one of these as a whole are values. */
  readonly masks: readonly string[];
  /** Lines with these templates are events of no session. */
  readonly ignored: readonly TemplateId[];
  readonly notes: TemplateNotes;
}

/** What of a person's changes another log needs; undefined where that is nothing. Merged and split templates are the miner's. */
export function byHandOf(edits: TemplateEdits, notes: TemplateNotes): TemplatesByHand | undefined {
  const ignored = edits.flatMap((edit) => (edit.kind === 'ignore' ? [edit.template] : []));
  const masks = masksOf(edits);
  return masks.length + ignored.length + notes.length === 0 ? undefined : { masks, ignored, notes };
}

/** As the edits that they were. */
export function editsByHand({ byHand }: Pick<Detector, 'byHand'>): TemplateEdits {
  return [
    ...(byHand?.masks ?? []).map((pattern) => ({ kind: 'mask', pattern }) as const),
    ...(byHand?.ignored ?? []).map((template) => ({ kind: 'ignore', template }) as const),
  ];
}

/** How some files are read, see {@link Detector}. */
export interface FileFormat {
  readonly header: HeaderFormat;
  readonly records: RecordFormat | undefined;
}

export interface TrainingData {
  readonly files: readonly { readonly name: string; readonly size: Bytes }[];
  readonly lines: number;
  readonly sessions: number;
}

export interface DetectorSettings {
  readonly budget: number;
  readonly candidates: number | 'auto';
  /** How labels chose the threshold of the log it was trained on; another log is judged at the budget. */
  readonly byLabels?: string | undefined;
  /** What errors of `values` were judged by when the ensemble was calibrated; only where there are some. */
  readonly valueErrors?: ErrorNormName | undefined;
}

export interface TrainingRecord {
  readonly seed: number;
  readonly backend: Backend;
  readonly epochs: readonly EpochLog[];
  readonly bestEpoch: number;
  readonly end: TrainingEnd;
  readonly windows: number;
  readonly distinctWindows: number;
}

/** Newest version of the file format that is read; docs/file-formats.md lists what changed. */
export const DETECTOR_FORMAT = 10;

type FormatParts = Pick<
  Detector,
  'classic' | 'records' | 'header' | 'otherFormats' | 'ensemble' | 'values' | 'marks' | 'memory' | 'byHand'
>;

/** Version that a detector is written in: the oldest that holds all of it. */
export function formatFor(parts: FormatParts): number {
  const { classic, records, header, otherFormats, ensemble, values, marks, memory, byHand } = parts;
  if (memory !== undefined) return 10;
  if (byHand !== undefined) return 9;
  if (marks !== undefined) return 7;
  if (values !== undefined) return 6;
  if (ensemble !== undefined) return 5;
  if (otherFormats.length > 0) return 4;
  if (records !== undefined || header.joins !== undefined) return 3;
  return classic === undefined ? 1 : 2;
}

export const PROGRAM_VERSION = '0.1.0';
