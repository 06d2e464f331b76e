import { useState } from 'react';
import { Button } from '../widgets/Button.tsx';
import styles from './CopyButton.module.css';

/** Copies text; where the browser denies that, shows it for copying by hand. */
export function CopyButton({ text }: { readonly text: () => string }) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | { readonly byHand: string }>('none');
  const copy = async () => {
    const wanted = text();
    try {
      await navigator.clipboard.writeText(wanted);
      setOutcome('copied');
    } catch {
      setOutcome({ byHand: wanted });
    }
  };
  return (
    <div className={styles.copy}>
      <Button onClick={() => void copy()}>Copy</Button>
      <span role="status" className={styles.status}>
        {outcome === 'copied' && 'Copied as Markdown.'}
        {typeof outcome === 'object' && 'The browser does not allow copying. Copy this text by hand:'}
      </span>
      {typeof outcome === 'object' && (
        <textarea
          aria-label="Explanation as Markdown"
          className={styles.text}
          rows={8}
          readOnly
          value={outcome.byHand}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}
