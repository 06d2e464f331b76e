import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './Menu.module.css';

interface MenuProps {
  readonly text: string;
  /** As a screen reader says it. */
  readonly name: string;
  readonly actions: readonly { readonly text: string; readonly run: () => void }[];
}

/** A few actions that open under a word. Closes on a choice, on Escape, and when the focus leaves it. */
export function Menu({ text, name, actions }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => details.current?.removeAttribute('open');
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    event.stopPropagation();
    close();
    details.current.querySelector('summary')?.focus();
  };
  const closeOutside = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };
  return (
    <details ref={details} className={styles.menu} onKeyDown={closeOnEscape} onBlur={closeOutside}>
      <summary className={styles.opener} aria-label={name}>
        {text}
      </summary>
      <div className={styles.actions}>
        {actions.map((action) => (
          <Button
            key={action.text}
            variant="quiet"
            onClick={() => {
              close();
              action.run();
            }}
          >
            {action.text}
          </Button>
        ))}
      </div>
    </details>
  );
}
