import { useState } from 'react';
import { useAppState, useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import { FileButton } from '../../widgets/FileButton.tsx';
import { Page } from '../../widgets/Page.tsx';
import { SelectField } from '../../widgets/SelectField.tsx';
import { DetectorNotice } from '../start/DetectorNotice.tsx';
import styles from './ExportView.module.css';
import { KeepDetector } from './KeepDetector.tsx';
import { offersOf, REPORTS, type ReportExport } from './offers.ts';

export function ExportView() {
  const analysis = useAppState((state) => state.analysis);
  const detector = useAppState((state) => state.detector);
  const commands = useCommands();
  const { report, groups } = offersOf({ analysis });
  const [kind, setKind] = useState<ReportExport>('report-raw');
  return (
    <Page title="Take it with you" subtitle="Files are made in this tab and saved by your browser.">
      <section className={styles.group}>
        <h2>Report</h2>
        <ul className={styles.list}>
          <li className={styles.item}>
            <div className={styles.text}>
              <p id="export-report">
                One HTML file to hand to a colleague: what was analysed, charts, findings with their lines.
                {report !== undefined && <span className={styles.missing}>{report}</span>}
              </p>
              <SelectField label="It shows" value={kind} options={REPORTS} onChange={setKind} />
            </div>
            <Button
              disabled={report !== undefined}
              aria-describedby="export-report"
              onClick={() => commands.save(kind)}
            >
              Report HTML
            </Button>
          </li>
        </ul>
      </section>
      {groups.map(({ title, offers }) => (
        <section key={title} className={styles.group}>
          <h2>{title}</h2>
          <ul className={styles.list}>
            {offers.map((offer) => (
              <li key={offer.kind} className={styles.item}>
                <p className={styles.text} id={`export-${offer.kind}`}>
                  {offer.text}
                  {offer.missing !== undefined && <span className={styles.missing}>{offer.missing}</span>}
                </p>
                <Button
                  disabled={offer.missing !== undefined}
                  aria-describedby={`export-${offer.kind}`}
                  onClick={() => commands.save(offer.kind)}
                >
                  {offer.name}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <KeepDetector />
      <section className={styles.group}>
        <h2>Bring it back</h2>
        <ul className={styles.list}>
          <li className={styles.item}>
            <p className={styles.text}>Judge logs by a detector file you saved, without training again.</p>
            <FileButton
              label="Open detector"
              accept=".deeplog"
              onFiles={(files) => files.forEach(commands.openDetector)}
            />
          </li>
        </ul>
      </section>
      {detector && <DetectorNotice detector={detector} onClose={commands.closeDetector} />}
    </Page>
  );
}
