import type { Commands } from '../../../app/commands.ts';
import type { State } from '../../../app/state.ts';
import { formatNumberOf } from '../../../core/base/format.ts';
import { parsedOf, scoredOf } from '../../analysis.ts';
import { useAppState, useCommands } from '../../context.ts';
import { giveFiles } from '../../give-files.ts';
import { Button } from '../../widgets/Button.tsx';
import { FileButton } from '../../widgets/FileButton.tsx';
import { Page } from '../../widgets/Page.tsx';
import { DetectorNotice } from '../start/DetectorNotice.tsx';
import styles from './ExportView.module.css';

interface Download {
  readonly kind: Parameters<Commands['save']>[0];
  readonly name: string;
  readonly text: string;
  /** Why it cannot be had now. */
  readonly missing: string | undefined;
}

export function ExportView() {
  const analysis = useAppState((state) => state.analysis);
  const detector = useAppState((state) => state.detector);
  const commands = useCommands();
  return (
    <Page title="Take it with you" subtitle="Files are made in this tab and saved by your browser.">
      <ul className={styles.list}>
        {downloadsOf(analysis).map(({ kind, name, text, missing }) => (
          <li key={kind} className={styles.item}>
            <p className={styles.text} id={`export-${kind}`}>
              {text}
              {missing !== undefined && <span className={styles.missing}>{missing}</span>}
            </p>
            <Button
              disabled={missing !== undefined}
              aria-describedby={`export-${kind}`}
              onClick={() => commands.save(kind)}
            >
              {name}
            </Button>
          </li>
        ))}
        <li className={styles.item}>
          <p className={styles.text}>Judge logs by a detector file you saved, without training again.</p>
          <FileButton label="Open detector" accept=".deeplog" onFiles={(files) => giveFiles(files, commands)} />
        </li>
      </ul>
      {detector && <DetectorNotice detector={detector} onClose={commands.closeDetector} />}
    </Page>
  );
}

function downloadsOf(analysis: State['analysis']): readonly Download[] {
  const scored = scoredOf(analysis);
  const parsed = parsedOf(analysis);
  const afterScoring = scored ? undefined : 'Available once the sessions are scored.';
  const findings = scored ? formatNumberOf(scored.anomalies.findings.length, 'flagged session') : 'Flagged sessions';
  return [
    {
      kind: 'detector',
      name: 'Detector',
      text: 'Templates, session rule, model and threshold in one .deeplog file, to judge other logs with. No raw lines.',
      missing: scored?.model.end === 'detector' ? 'The detector in use came from a file.' : afterScoring,
    },
    {
      kind: 'findings-csv',
      name: 'Findings CSV',
      text: `${findings}: cause, line, what came and what was expected, for a spreadsheet.`,
      missing: afterScoring,
    },
    {
      kind: 'findings-jsonl',
      name: 'Findings JSON Lines',
      text: `${findings}, one JSON object a line with all fields, for scripts.`,
      missing: afterScoring,
    },
    {
      kind: 'templates-csv',
      name: 'Templates CSV',
      text: `${parsed ? formatNumberOf(parsed.templates.length, 'template') : 'Templates'} with the number of lines of each.`,
      missing: parsed ? undefined : 'Available once the log is read.',
    },
  ];
}
