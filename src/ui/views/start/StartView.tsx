import { useState } from 'react';
import { formatCount, formatNumberOf } from '../../../core/base/format.ts';
import { useAppState, useCommands } from '../../context.ts';
import { giveFiles } from '../../give-files.ts';
import { Button } from '../../widgets/Button.tsx';
import { FileButton } from '../../widgets/FileButton.tsx';
import { DetectorNotice } from './DetectorNotice.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { RecentAnalyses } from './RecentAnalyses.tsx';
import styles from './StartView.module.css';
import { SAMPLES } from './samples.ts';

const STEPS: readonly (readonly [string, string])[] = [
  ['Templates', 'Lines become statements with blanks.'],
  ['Sessions', 'Found by the ids in your lines.'],
  ['Model', 'A small LSTM learns the usual order, on your own machine.'],
  ['Findings', 'Each with its reason and its raw lines.'],
];

export function StartView() {
  const commands = useCommands();
  const detector = useAppState((state) => state.detector);
  const [pasting, setPasting] = useState(false);
  return (
    <>
      <div>
        <h1 className={styles.title}>Find the odd lines in your logs</h1>
        <p className={styles.lead}>
          Drop log files here. Deeplog learns what they usually do, shows where they did something else, and says why.
          No account, no upload, no set-up.
        </p>
      </div>
      {detector && <DetectorNotice detector={detector} onClose={commands.closeDetector} />}
      <section className={styles.drop} aria-label="Open logs">
        <UploadIcon />
        <p className={styles.dropTitle}>Drop log files or a folder</p>
        <p className={styles.muted}>
          Any text log, JSON lines, CSV, journald, access logs; .gz .zip .tar .zst .bz2; any size.
        </p>
        <div className={styles.buttons}>
          <FileButton
            label="Choose log files"
            variant="primary"
            multiple
            onFiles={(files) => giveFiles(files, commands)}
          />
          <Button onClick={() => setPasting(true)}>Paste text</Button>
        </div>
      </section>
      <div className={styles.cards}>
        {SAMPLES.map((sample) => (
          <section key={sample.name} className={styles.card}>
            <h2 className={styles.cardTitle}>{sample.title}</h2>
            <p className={styles.muted}>{sample.text}</p>
            <p className={styles.size}>
              {formatNumberOf(sample.lines, 'line')}, about {formatCount(sample.seconds)} s
            </p>
            <Button onClick={() => commands.openSample(sample.name)}>{sample.button}</Button>
          </section>
        ))}
      </div>
      <section className={styles.saved}>
        <div>
          <h2 className={styles.cardTitle}>A detector you saved</h2>
          <p className={styles.muted}>Judge new logs by what it has learnt, without training again.</p>
        </div>
        <FileButton label="Open detector" accept=".deeplog" onFiles={(files) => files.forEach(commands.openDetector)} />
      </section>
      <RecentAnalyses />
      <ol className={styles.steps}>
        {STEPS.map(([title, text], index) => (
          <li key={title}>
            <b>
              {index + 1} {title}
            </b>
            {text}
          </li>
        ))}
      </ol>
      {pasting && <PasteDialog onText={commands.openText} onClose={() => setPasting(false)} />}
    </>
  );
}

function UploadIcon() {
  return (
    <svg
      width="34"
      height="34"
      viewBox="0 0 34 34"
      fill="none"
      stroke="var(--accent)"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M17 22V6m0 0l-7 7m7-7l7 7M6 22v4a3 3 0 003 3h16a3 3 0 003-3v-4" />
    </svg>
  );
}
