import type { LabelList } from '../core/evaluate/labels.ts';
import type { Outcome } from '../core/report/problem.ts';
import { readLabels } from '../ingest/labels.ts';

/** The labels that findings are compared with, until others are given. */
export class GivenLabels {
  list: LabelList | undefined;

  /** Those before stay where the file cannot be read. */
  async open(file: File | undefined): Promise<Outcome<undefined>> {
    const read = file && (await readLabels(file));
    if (read === undefined || read.ok) this.list = read?.value;
    return read?.ok === false ? read : { ok: true, value: undefined };
  }
}
