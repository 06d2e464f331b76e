import { useLayoutEffect, useRef } from 'react';
import { visibleText } from '../../core/base/visible-text.ts';
import { keyText } from '../keys.ts';
import type { Entry, EntryGroup } from './entry.ts';
import styles from './Palette.module.css';

interface EntryListProps {
  /** Entry n has the id `id-n`. */
  readonly id: string;
  readonly groups: readonly EntryGroup[];
  readonly chosen: number;
  readonly onRun: (entry: Entry) => void;
}

export function EntryList({ id, groups, chosen, onRun }: EntryListProps) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other entries stand elsewhere
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, groups]);
  let next = 0;
  return (
    <div ref={list} id={id} role="listbox" aria-label="Found" tabIndex={-1} className={styles.list}>
      {groups.map(({ title, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box
        <div key={title} role="group" aria-label={title}>
          <p aria-hidden="true" className={styles.title}>
            {title}
          </p>
          {entries.map((entry) => {
            const place = next++;
            return (
              <button
                key={place}
                type="button"
                id={`${id}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === chosen}
                className={styles.entry}
                onClick={() => onRun(entry)}
              >
                <EntryText entry={entry} />
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function EntryText({ entry: { text, isLogText = false, key } }: { readonly entry: Entry }) {
  return (
    <>
      {isLogText ? <code dir="auto">{visibleText(text)}</code> : <span>{text}</span>}
      {key && <kbd>{keyText(key)}</kbd>}
    </>
  );
}
