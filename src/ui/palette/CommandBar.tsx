import { lazy, Suspense, useCallback, useState } from 'react';
import { useCommands } from '../context.ts';
import { keyText, useKeys } from '../keys.ts';
import { PasteDialog } from '../views/start/PasteDialog.tsx';
import { Button } from '../widgets/Button.tsx';
import styles from './CommandBar.module.css';
import type { Overlay } from './entry.ts';

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }));
const KeyList = lazy(async () => ({ default: (await import('./KeyList.tsx')).KeyList }));

/** Opens the command palette. */
export function CommandBar() {
  const { openText } = useCommands();
  const [overlay, setOverlay] = useState<Overlay>();
  const close = useCallback(() => setOverlay(undefined), []);
  useKeys({ palette: () => setOverlay('palette'), keyList: () => setOverlay('keyList') });
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={styles.search}
        aria-label="Search or run a command"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOverlay('palette')}
      >
        <span className={styles.words}>Search or run a command</span> <kbd>{keyText('palette')}</kbd>
      </button>
      <Button
        variant="quiet"
        className={styles.keys}
        aria-label="Keys"
        aria-keyshortcuts="?"
        title="Keys"
        onClick={() => setOverlay('keyList')}
      >
        <kbd>?</kbd>
      </Button>
      <Suspense>
        {overlay === 'palette' && <Palette onClose={close} onOpen={setOverlay} />}
        {overlay === 'keyList' && <KeyList onClose={close} />}
        {overlay === 'paste' && (
          <PasteDialog
            onText={(text) => {
              close();
              openText(text);
            }}
            onClose={close}
          />
        )}
      </Suspense>
    </div>
  );
}
