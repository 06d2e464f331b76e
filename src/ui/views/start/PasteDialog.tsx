import { useId, useState } from 'react';
import { Button } from '../../widgets/Button.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import styles from './PasteDialog.module.css';

interface PasteDialogProps {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

export function PasteDialog({ onText, onClose }: PasteDialogProps) {
  const [text, setText] = useState('');
  const id = useId();
  return (
    <Dialog title="Paste text" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onText(text);
        }}
      >
        <label htmlFor={id} className={styles.label}>
          Log lines
        </label>
        <textarea
          id={id}
          className={styles.text}
          rows={14}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" variant="primary" disabled={text.trim() === ''}>
            Analyse
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
