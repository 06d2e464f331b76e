import type { LogKey } from '../core/base/brand.ts';
import { type EditEffect, editEffect } from '../core/drain/edits/edit-effect.ts';
import { ignoredKeys, type TemplateChanges, templateChanges } from '../core/drain/edits/template-changes.ts';
import type { TemplateEdits } from '../core/drain/edits/template-edit.ts';
import type { Outcome } from '../core/report/problem.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import type { KeyedLog } from './templates.ts';

/** The log keys of a log's lines, and which of them are no events. */
export interface ChangedKeys extends KeyedLog {
  readonly ignored: ReadonlySet<LogKey>;
}

/** A problem where a mask cannot be used. */
export function readChanges(edits: TemplateEdits): Outcome<TemplateChanges> {
  const made = templateChanges(edits, compilePattern);
  if (made.ok) return { ok: true, value: made.changes };
  return {
    ok: false,
    problem: { code: 'bad-pattern', message: made.message, advice: 'Correct the expression, or take the mask away.' },
  };
}

export function withIgnored(keyed: KeyedLog, changes: TemplateChanges): ChangedKeys {
  return { ...keyed, ignored: ignoredKeys(keyed.miner.templates, changes) };
}

interface Editable {
  readonly keyed: ChangedKeys;
  readonly editedAs: ((changes: TemplateChanges) => ChangedKeys) | undefined;
}

/** What other edits than those in force would change; undefined where templates are a detector's. */
export function effectOf({ keyed, editedAs }: Editable, edits: TemplateEdits): Outcome<EditEffect | undefined> {
  const read = readChanges(edits);
  if (!read.ok) return read;
  return { ok: true, value: editedAs && editEffect(keyed, editedAs(read.value)) };
}
