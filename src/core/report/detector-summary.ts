/** What the page says of a detector file that was opened. */
export interface DetectorSummary {
  readonly name: string;
  /** Of the log it was trained on. */
  readonly trainedOn: string;
  readonly templates: number;
  readonly sessionLabel: string;
  readonly history: number;
  readonly trainLoss: number;
  /** It keeps nothing of what it learnt from. */
  readonly forgets?: boolean;
}

/** What is said of a detector that {@link DetectorSummary.forgets}. */
export const FORGETS =
  'Its file is of an older format, which keeps nothing of what the detector learnt from: a log that is added makes it forget some of that.';
