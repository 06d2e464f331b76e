import { type ReactNode, useId, useState } from 'react';
import styles from './Popover.module.css';

interface PopoverProps {
  /** Of what it opens, as a screen reader says it. */
  readonly name: string;
  readonly label: ReactNode;
  /** As a screen reader says the label, where what is shown is only a part of it. */
  readonly spoken?: string | undefined;
  readonly buttonClass: string | undefined;
  /** Says where it stands and how wide it is. */
  readonly panelClass: string | undefined;
  /** @param id of the popover, which a button in it may close */
  readonly children: (id: string) => ReactNode;
}

/** A button that opens what stands behind it; that is made only while it is open. */
export function Popover({ name, label, spoken, buttonClass, panelClass, children }: PopoverProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" popoverTarget={id} className={buttonClass} aria-label={spoken}>
        {label}
      </button>
      <section
        id={id}
        popover="auto"
        className={`${styles.panel} ${panelClass}`}
        aria-label={name}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && children(id)}
      </section>
    </>
  );
}
