import { type GenerateOptions, generateLog, type SessionLabel } from './generate.ts';
import type { LogKind } from './log-kind.ts';

/** A generated log in memory, with the labels of its sessions. */
export function generateText(
  kind: LogKind,
  options: GenerateOptions,
): { readonly text: string; readonly labels: ReadonlyMap<string, SessionLabel> } {
  const lines: string[] = [];
  const labels = new Map<string, SessionLabel>();
  generateLog(kind, options, {
    line: (line) => lines.push(line),
    label: (label) => labels.set(label.id, label),
  });
  return { text: `${lines.join('\n')}\n`, labels };
}
