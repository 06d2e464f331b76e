import type { Finding } from '../finding.ts';
import type { TextOf } from '../session-detector.ts';
import { signatureName, signatureOf } from '../signature.ts';
import type { Mark } from './mark.ts';

/** Findings as marks leave them. */
export interface Review {
  /** Those that no mark calls normal, in the order they came. */
  readonly shown: readonly Finding[];
  /** By session: the mark that counts for it. */
  readonly markOf: ReadonlyMap<string, Mark>;
  /** How many findings each mark hides. */
  readonly hides: ReadonlyMap<Mark, number>;
}

/** @param marks in the order they were made: of those that speak of a finding, the latest counts */
export function review(findings: readonly Finding[], marks: readonly Mark[], textOf: TextOf): Review {
  if (marks.length === 0) return { shown: findings, markOf: new Map(), hides: new Map() };
  const bySession = new Map<string, number>();
  const byReason = new Map<string, number>();
  const byTemplate = new Map<string, number>();
  marks.forEach((mark, index) => {
    const { reach, signature, session } = mark;
    bySession.set(session, index);
    if (signature !== undefined && reach === 'reason') byReason.set(signatureName(signature), index);
    if (signature !== undefined && reach === 'template') byTemplate.set(signature.template, index);
  });
  const latest = (finding: Finding): Mark | undefined => {
    const session = bySession.get(finding.session) ?? -1;
    const reason = byReason.get(signatureName(signatureOf(finding, textOf))) ?? -1;
    return marks[Math.max(session, reason, byTemplate.get(finding.template) ?? -1)];
  };
  const markOf = new Map<string, Mark>();
  const hides = new Map<Mark, number>();
  const shown = findings.filter((finding) => {
    const mark = latest(finding);
    if (mark === undefined) return true;
    markOf.set(finding.session, mark);
    if (mark.verdict === 'anomaly') return true;
    hides.set(mark, 1 + (hides.get(mark) ?? 0));
    return false;
  });
  return { shown, markOf, hides };
}

/** A mark that speaks of the same as a later one, which says otherwise; undefined where none does. */
export function overruledBy(marks: readonly Mark[], mark: Mark): Mark | undefined {
  const later = marks.slice(marks.indexOf(mark) + 1);
  return later.findLast((other) => other.verdict !== mark.verdict && sameSubject(other, mark));
}

function sameSubject(a: Mark, b: Mark): boolean {
  if (a.session === b.session) return true;
  if (a.reach === 'session' || a.reach !== b.reach || a.signature === undefined || b.signature === undefined)
    return false;
  return a.reach === 'template'
    ? a.signature.template === b.signature.template
    : signatureName(a.signature) === signatureName(b.signature);
}
