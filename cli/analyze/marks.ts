import { basename } from 'node:path';
import { readMarks } from '../../src/bundle/marks-file.ts';
import { formatNumberOf } from '../../src/core/base/format.ts';
import type { Finding } from '../../src/core/detect/finding.ts';
import type { Mark } from '../../src/core/detect/marks/mark.ts';
import { changeMarks, NO_MARKS } from '../../src/core/detect/marks/mark-book.ts';
import { review } from '../../src/core/detect/marks/review.ts';
import type { TextOf } from '../../src/core/detect/session-detector.ts';
import type { Outcome } from '../../src/core/report/problem.ts';
import { readBytes } from './node-source.ts';

/** Marks of a file. @param path there are none where it is left out */
export async function openMarks(path: string | undefined): Promise<Outcome<readonly Mark[]>> {
  if (path === undefined) return { ok: true, value: [] };
  const bytes = await readBytes(path);
  return bytes.ok ? readMarks(new TextDecoder().decode(bytes.value), basename(path)) : bytes;
}

/** Marks of a detector and those of a file, as if the one was opened and the other imported: each once, in the order they were made. */
export function allMarks(ofDetector: readonly Mark[], ofFile: readonly Mark[]): readonly Mark[] {
  return changeMarks({ ...NO_MARKS, marks: ofDetector }, { is: 'imported', marks: ofFile }).marks;
}

/** What marks leave of findings, which may come a few at a time. */
export class MarkFilter {
  readonly marks: readonly Mark[];
  readonly #textOf: TextOf;
  readonly #hiding = new Set<Mark>();
  #hidden = 0;

  constructor(marks: readonly Mark[], textOf: TextOf) {
    this.marks = marks;
    this.#textOf = textOf;
  }

  /** Findings that were hidden so far. */
  get hidden(): number {
    return this.#hidden;
  }

  /** Marks that hid them. */
  get hiding(): number {
    return this.#hiding.size;
  }

  /** @returns those that no mark calls normal, in their order */
  shown(findings: readonly Finding[]): readonly Finding[] {
    const { shown, hides } = review(findings, this.marks, this.#textOf);
    for (const mark of hides.keys()) this.#hiding.add(mark);
    this.#hidden += findings.length - shown.length;
    return shown;
  }

  /** What was hidden, as a sentence without its end; undefined where nothing was. */
  text(showsHidden: boolean): string | undefined {
    if (this.#hidden === 0) return undefined;
    const findings = formatNumberOf(this.#hidden, 'finding');
    const marks = formatNumberOf(this.#hiding.size, 'mark');
    return showsHidden
      ? `${findings} would be hidden by ${marks}`
      : `${findings} hidden by ${marks}; --show-hidden lists them`;
  }
}
