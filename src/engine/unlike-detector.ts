import type { Detector } from '../bundle/detector.ts';
import { formatNumberOf } from '../core/base/format.ts';
import { otherShape } from '../core/report/other-shape.ts';
import type { Problem } from '../core/report/problem.ts';
import { describeHeader } from '../core/scan/header-format.ts';
import type { TriedRule } from './choose-sessions.ts';
import type { OpenedLog } from './opened-log.ts';
import type { KeyedLog } from './templates.ts';

/** Says where a log is unlike the one that a detector learnt from; nothing where it is alike, or that does not matter. */
export function unlikeDetector(
  { scanned, classic }: OpenedLog,
  { detector, scoreAnyway = false }: { readonly detector: Detector | undefined; readonly scoreAnyway?: boolean },
  { keyOfLine, known }: KeyedLog,
  { label, evidence }: TriedRule,
): Problem | undefined {
  if (detector === undefined || scoreAnyway) return undefined;
  const mined = scanned.lines - scanned.blankLines - scanned.joinedLines;
  const headless = classic?.lines.unparsed.length ?? scanned.headerlessLines;
  const fit = {
    lines: mined,
    headed: 1 - headless / mined,
    headedBefore: classic === undefined ? detector.header.share : 1,
    unknown: keyOfLine.reduce((sum, key) => sum + Number(key >= known), 0) / mined,
    inSessions: evidence.coverage,
  };
  return otherShape(fit, {
    log: namesOf(scanned.files),
    trainedOn: namesOf(detector.trainedOn.files),
    header: classic?.settings.logFormat ?? describeHeader(detector.header),
    session: label,
  });
}

function namesOf(files: readonly { readonly name: string }[]): string {
  const first = files[0]?.name ?? 'its log';
  return files.length < 2 ? first : `${first} and ${formatNumberOf(files.length - 1, 'other file')}`;
}
