import { useAppState, useCommands } from './context.ts';
import styles from './ProblemAlert.module.css';
import { Button } from './widgets/Button.tsx';

/** What went wrong and what to do about it, until it is dismissed; what is on screen stays. */
export function ProblemAlert() {
  const problem = useAppState(
    ({ problem: shown, analysis }) => shown ?? (analysis.phase === 'failed' ? analysis.problem : undefined),
  );
  const dismissible = useAppState((state) => state.problem !== undefined);
  const { dismissProblem, openAnyway } = useCommands();
  if (!problem) return null;
  return (
    <div role="alert" className={styles.alert}>
      <p className={styles.text} dir="auto">
        <strong>{problem.message}</strong> {problem.advice}
      </p>
      {problem.code === 'bomb' && <Button onClick={() => openAnyway({ unpackAnyway: true })}>Unpack anyway</Button>}
      {problem.code === 'binary-file' && (
        <Button onClick={() => openAnyway({ textAnyway: true })}>Treat as text anyway</Button>
      )}
      {dismissible && <Button onClick={dismissProblem}>Dismiss</Button>}
    </div>
  );
}
