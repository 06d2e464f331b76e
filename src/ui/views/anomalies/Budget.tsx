import { BudgetField } from '../../widgets/BudgetField.tsx';
import styles from './Budget.module.css';

/** The threshold, where its findings are seen. */
export function Budget() {
  return (
    <div className={styles.budget}>
      <BudgetField note="Moves the threshold; nothing is trained again." />
    </div>
  );
}
