import { useEffect, useState } from 'react';
import { useCommands } from './context.ts';
import styles from './DropTarget.module.css';
import { droppedFiles } from './dropped-files.ts';
import { giveFiles } from './give-files.ts';

/** Makes the whole window take files and folders, and shows so while they hang over it. */
export function DropTarget() {
  const commands = useCommands();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const listeners = new AbortController();
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) =>
      window.addEventListener(type, (event) => event.dataTransfer?.types.includes('Files') && handle(event), {
        signal: listeners.signal,
      });

    on('dragenter', () => setOver(true));
    // Without this the browser would leave the page and open the file itself.
    on('dragover', (event) => event.preventDefault());
    on('dragleave', (event) => event.relatedTarget === null && setOver(false));
    on('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const giveAll = (files: readonly File[]) => giveFiles(files, commands);
      // What cannot be read is nothing to open; the program says so.
      if (event.dataTransfer) droppedFiles(event.dataTransfer).then(giveAll, () => giveAll([]));
    });
    return () => listeners.abort();
  }, [commands]);

  if (!over) return null;
  return (
    <div className={styles.overlay}>
      <p className={styles.text}>Drop to analyse. Nothing leaves this tab.</p>
    </div>
  );
}
