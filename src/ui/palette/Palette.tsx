import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { useAppState, useCommands } from '../context.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import fields from '../widgets/Field.module.css';
import { EntryList } from './EntryList.tsx';
import type { Entry, Overlay } from './entry.ts';
import { entryGroups } from './entry-groups.ts';
import styles from './Palette.module.css';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onOpen: (overlay: Overlay) => void;
}

/** Finds pages, commands, sessions and templates by their words. The focus stays in the field; arrow keys choose. */
export function Palette({ onClose, onOpen }: PaletteProps) {
  const state = useAppState((all) => all);
  const commands = useCommands();
  const [query, setQuery] = useState('');
  const looked = useDeferredValue(query);
  const groups = useMemo(() => entryGroups(state, commands, onOpen, looked), [state, commands, onOpen, looked]);
  const entries = groups.flatMap((group) => group.entries);
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, entries.length - 1);
  const id = useId();
  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = entries.length === 0 ? undefined : moved(event.key, chosen, entries.length);
    if (to !== undefined) setAt(to);
    else if (event.key === 'Enter') run(entries[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title="Search or run a command" onClose={onClose}>
      <input
        className={fields.input}
        type="text"
        role="combobox"
        aria-label="Search"
        aria-expanded={entries.length > 0}
        aria-controls={id}
        aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <EntryList id={id} groups={groups} chosen={chosen} onRun={run} />
      <p role="status" className={styles.status}>
        {entries.length === 0 ? 'Nothing has these words.' : ''}
      </p>
    </Dialog>
  );
}

function moved(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at + count - 1) % count;
    default:
      return undefined;
  }
}
