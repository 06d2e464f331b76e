import { detectHeader } from '../../core/scan/detect-header.ts';
import type { HeaderFormat } from '../../core/scan/header-format.ts';
import { withInnerHeader } from '../../core/scan/inner-header.ts';
import { splitLines } from '../../core/scan/split-line.ts';
import { detectAccess } from './detect-access.ts';
import { detectCef } from './detect-cef.ts';
import { detectCsv, detectMinedAnew } from './detect-csv.ts';
import { detectJson } from './detect-json.ts';
import { detectKeySequences } from './detect-key-sequences.ts';
import { detectLogfmt } from './detect-logfmt.ts';
import { detectTwoLine } from './detect-two-line.ts';
import { detectW3c } from './detect-w3c.ts';
import type { DetectFormat, FormatCandidate, FormatSample } from './format-candidate.ts';

/** Formats with a structure of their own, the most particular first. */
const DETECTORS: readonly DetectFormat[] = [
  detectJson,
  detectCef,
  detectLogfmt,
  detectKeySequences,
  detectW3c,
  detectAccess,
  detectTwoLine,
  detectCsv,
  detectMinedAnew,
];
/** A format that fewer of the sampled lines have is none of the log. */
const LEAST_SHARE = 0.8;

/** What the log may be, the best first; the last resort, lines of text, is always among them. */
export function detectFormats(sample: FormatSample): readonly [FormatCandidate, ...FormatCandidate[]] {
  const text = textFormat(sample);
  const found = DETECTORS.flatMap((detect) => detect(sample) ?? []);
  const [best, ...others] = found.filter(({ share }) => share >= LEAST_SHARE);
  const rest = found.filter((candidate) => candidate !== best && !others.includes(candidate));
  return best === undefined ? [text, ...rest] : [best, ...others, text, ...rest];
}

function textFormat({ lines }: FormatSample): FormatCandidate {
  const outer = detectHeader(lines);
  const header = withInnerHeader(outer, contentsOf(lines, outer));
  return {
    name: header.columns.length > 0 ? 'Lines of text with a header' : 'Lines of text',
    header,
    records: undefined,
    share: header.share,
  };
}

/** One space sets a content apart; more of them are of the content. */
function contentsOf(lines: readonly string[], header: HeaderFormat): string[] {
  if (header.columns.length === 0) return [];
  return splitLines(lines, header).flatMap(({ matched, content }, index) => {
    const line = lines[index] ?? '';
    return matched ? [line.slice(line.slice(0, content).trimEnd().length + 1)] : [];
  });
}
