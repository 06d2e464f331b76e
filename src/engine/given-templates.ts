import { looksLikeDrain3, readDrain3 } from '../bundle/read-drain3.ts';
import type { StartTemplate } from '../core/drain/start-templates.ts';
import type { Outcome } from '../core/report/problem.ts';

/** As many bytes as tell a state of Drain3 from a log. */
const HEAD = 128;

/** Whether a file is a state of Drain3, by how it begins. */
export async function isTemplates(file: Blob): Promise<boolean> {
  return looksLikeDrain3(await file.slice(0, HEAD).text());
}

/** Templates of another program that mining starts from, as long as a person wants. */
export class GivenTemplates {
  list: readonly StartTemplate[] | undefined;

  /** Those before stay where the file cannot be read. @returns how many it holds */
  async open(file: Blob, name: string): Promise<Outcome<number>> {
    const outcome = readDrain3(new Uint8Array(await file.arrayBuffer()), name);
    if (!outcome.ok) return outcome;
    this.list = outcome.value;
    return { ok: true, value: outcome.value.length };
  }

  close(): void {
    this.list = undefined;
  }
}
