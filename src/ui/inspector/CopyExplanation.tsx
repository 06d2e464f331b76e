import type { Outcome } from '../../core/report/problem.ts';
import type { RawLine } from '../../core/report/raw-line.ts';
import { templateNames } from '../../core/report/template-names.ts';
import { parsedOf } from '../analysis.ts';
import { useStateNow } from '../context.ts';
import { CopyButton } from './CopyButton.tsx';
import { type Explained, explanationMarkdown } from './explanation.ts';
import { settingsRows } from './settings-rows.ts';

interface CopyExplanationProps extends Omit<Explained, 'lines' | 'textOf' | 'names' | 'settings'> {
  readonly raw: Outcome<readonly RawLine[]> | undefined;
}

/** Copies what the inspector tells of a finding, with the settings that made it. */
export function CopyExplanation({ raw, ...explained }: CopyExplanationProps) {
  const stateNow = useStateNow();
  const text = () => {
    const state = stateNow();
    const templates = parsedOf(state.analysis)?.templates ?? [];
    return explanationMarkdown({
      ...explained,
      lines: raw?.ok ? raw.value : [],
      textOf: (key) => templates[key]?.text ?? '',
      names: templateNames(templates),
      settings: settingsRows(state),
    });
  };
  return <CopyButton text={text} />;
}
