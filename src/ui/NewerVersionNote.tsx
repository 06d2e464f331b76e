import { useState } from 'react';
import type { Analysis } from '../app/state.ts';
import { useAppState, useCommands } from './context.ts';
import styles from './NewerVersionNote.module.css';
import { Button } from './widgets/Button.tsx';

/** What a reload would take away, as a sentence; undefined where it would take nothing. */
function lossOf({ phase }: Analysis): string | undefined {
  if (phase === 'reading' || phase === 'training') return 'An analysis is running. Reloading ends it.';
  if (phase === 'parsed' || phase === 'scored')
    return 'Reloading closes the log that is open; it has to be chosen again.';
  return undefined;
}

/** Offers a newer version of the program, which never takes its place unasked; where something would be lost it asks again. */
export function NewerVersionNote() {
  const waits = useAppState((state) => state.newerVersion);
  const loss = useAppState(({ analysis }) => lossOf(analysis));
  const { takeNewerVersion, leaveNewerVersion } = useCommands();
  const [asked, setAsked] = useState(false);
  if (!waits) return null;
  const isAsking = asked && loss !== undefined;
  return (
    <section className={styles.note} aria-label="Newer version">
      <p role="status">{isAsking ? loss : 'A new version is ready.'}</p>
      <div className={styles.buttons}>
        <Button
          variant="primary"
          onClick={() => (loss === undefined || isAsking ? takeNewerVersion() : setAsked(true))}
        >
          {isAsking ? 'Reload anyway' : 'Reload'}
        </Button>
        <Button
          onClick={() => {
            setAsked(false);
            leaveNewerVersion();
          }}
        >
          Later
        </Button>
      </div>
    </section>
  );
}
