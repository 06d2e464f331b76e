import { useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import { FileButton } from '../../widgets/FileButton.tsx';
import styles from './CompareView.module.css';

/** What can be done with the baseline while another log is open. */
export function BaselineVerbs() {
  const { compareWith, keepBaseline, dropBaseline } = useCommands();
  return (
    <div className={styles.verbs}>
      <FileButton label="Compare another log" multiple onFiles={compareWith} />
      <Button onClick={keepBaseline}>Keep this log as baseline</Button>
      <Button onClick={dropBaseline}>Drop baseline</Button>
    </div>
  );
}
