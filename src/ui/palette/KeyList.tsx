import { KEY_NAMES, KEYS, keyText } from '../keys.ts';
import { Button } from '../widgets/Button.tsx';
import { Dialog } from '../widgets/Dialog.tsx';
import styles from './KeyList.module.css';

/** All keys of the page and what they do. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className={styles.keys}>
        {KEY_NAMES.map((name) => (
          <div key={name} className={styles.row}>
            <dt>
              <kbd>{keyText(name)}</kbd>
            </dt>
            <dd>{KEYS[name].does}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>On a Mac, Cmd does what Ctrl does. Tables, lists and charts take the arrow keys.</p>
      <Button onClick={onClose}>Close</Button>
    </Dialog>
  );
}
