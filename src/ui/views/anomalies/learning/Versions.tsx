import { formatNumberOf } from '../../../../core/base/format.ts';
import type { DetectorVersion, DetectorVersions } from '../../../../core/report/learning-report.ts';
import { useCommands } from '../../../context.ts';
import { Button } from '../../../widgets/Button.tsx';
import styles from './LearnFromMarks.module.css';

/** The models that marks made, the newest first; each can be taken again. */
export function Versions({ versions: { kept, current } }: { readonly versions: DetectorVersions }) {
  const { rollBack } = useCommands();
  return (
    <ul aria-label="Versions" className={styles.versions}>
      {kept.toReversed().map((version) => (
        <li key={version.number} className={styles.row}>
          <span>
            {nameOf(version)}
            {version.number === current && <b>, in use</b>}
          </span>
          {version.number !== current && (
            <Button variant="quiet" onClick={() => rollBack(version.number)}>
              Use {version.number === 0 ? 'the trained model' : `version ${version.number}`}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOf({ number, marked }: DetectorVersion): string {
  return number === 0 ? 'As trained' : `Version ${number}, learnt from ${formatNumberOf(marked, 'marked session')}`;
}
