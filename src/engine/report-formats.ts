import type { FileFormatRow, FormatRow } from '../core/report/log-report.ts';
import { describeHeader } from '../core/scan/header-format.ts';
import type { OpenedLog } from './opened-log.ts';

const SHOWN_FORMATS = 4;

/** What the files that most bytes are in may be. */
export function formatRows({ candidates, format }: OpenedLog): FormatRow[] {
  return candidates.slice(0, SHOWN_FORMATS).map((candidate) => ({
    name: candidate.name,
    header: describeHeader(candidate.header),
    share: candidate.share,
    chosen: candidate === format,
  }));
}

/** How the files are read, one row a format. */
export function fileFormatRows(log: OpenedLog): FileFormatRow[] {
  const counts = log.formats.map((format) => ({ format, files: 0, firstFile: '', lines: 0, mined: 0, headed: 0 }));
  const { scanned } = log;
  scanned.files.forEach(({ name, firstLine, lines }, file) => {
    const own = counts.find(({ format }) => format === log.formatOfFile(file));
    if (own === undefined) return;
    if (own.files++ === 0) own.firstFile = name;
    own.lines += lines;
    for (let line = firstLine; line < firstLine + lines; line++) {
      if (scanned.signature.at(line) < 0) continue;
      own.mined++;
      if (scanned.headerless?.at(line) !== 1) own.headed++;
    }
  });
  return counts.map(({ format, files, firstFile, lines, mined, headed }) => ({
    name: format.name,
    header: describeHeader(format.header),
    files,
    firstFile,
    lines,
    matched: mined === 0 ? 0 : headed / mined,
  }));
}
