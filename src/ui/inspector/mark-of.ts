import type { Finding } from '../../core/detect/finding.ts';
import { templateText } from '../../core/detect/findings.ts';
import type { Mark } from '../../core/detect/marks/mark.ts';
import { signatureOf } from '../../core/detect/signature.ts';
import type { SessionDetail, TemplateRow } from '../../core/report/log-report.ts';

type Subject = Omit<Mark, 'time' | 'verdict' | 'reach' | 'note'>;

/** What a mark on a session speaks of; a session without a finding is known by its lines alone. */
export function markOf(
  detail: SessionDetail,
  finding: Finding | undefined,
  templates: readonly TemplateRow[],
): Subject {
  const { session, events } = detail;
  if (finding === undefined) {
    const firstLine = events[0]?.line ?? 1;
    return { session, file: '', line: firstLine, firstLine, lastLine: events.at(-1)?.line ?? 1, signature: undefined };
  }
  const { file, line, firstLine, lastLine } = finding;
  const signature = signatureOf(finding, (key) => templateText(templates, key));
  return { session, file, line, firstLine, lastLine, signature };
}
