/** What the page says of a detector file that was opened. */
export interface DetectorSummary {
  readonly name: string;
  /** Of the log it was trained on. */
  readonly trainedOn: string;
  readonly templates: number;
  readonly sessionLabel: string;
  readonly history: number;
  readonly trainLoss: number;
}
