import { useState } from 'react';
import fields from '../widgets/Field.module.css';
import styles from './RawLog.module.css';

/** A line number, with or without separators, that Enter goes to. */
export function GoToLine({ onGo }: { readonly onGo: (line: number) => void }) {
  const [draft, setDraft] = useState('');
  const line = Number(draft.replace(/[^0-9]/g, ''));
  return (
    <form
      className={styles.goTo}
      onSubmit={(event) => {
        event.preventDefault();
        if (line === 0) return;
        onGo(line);
        setDraft('');
      }}
    >
      <input
        className={fields.input}
        aria-label="Go to line"
        placeholder="Go to line"
        inputMode="numeric"
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
    </form>
  );
}
