import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useSyncExternalStore,
} from 'react';
import { formatCount } from '../../core/base/format.ts';
import type { Cause } from '../../core/detect/finding.ts';
import type { SearchQuery } from '../../core/report/log-view.ts';
import styles from './LineGrid.module.css';
import { LineRow } from './LineRow.tsx';
import type { LineStore } from './line-store.ts';
import { includesLine, type RowMap } from './row-map.ts';
import { ROW_HEIGHT } from './scroll-map.ts';
import { useRowScroll } from './use-row-scroll.ts';

/** Rows of lines, as a person selects them. A new object brings `current` into sight. */
export interface Selection {
  readonly anchor: number;
  readonly current: number;
  readonly where: 'upper' | 'nearest';
}

interface LineGridProps {
  readonly grid: RefObject<HTMLTableElement | null>;
  readonly store: LineStore;
  readonly rows: RowMap;
  readonly selection: Selection;
  readonly onSelect: (row: number, extend: boolean) => void;
  readonly isWrapped: boolean;
  readonly query: SearchQuery;
  /** Of the session that is open in the inspector, ascending; undefined where none is or it is all there is in view. */
  readonly sessionLines: Int32Array | undefined;
  readonly causes: ReadonlyMap<number, Cause>;
}

/** Read ahead on either side of what is in sight, in windows. */
const AHEAD = 1.5;

/** Lines of a log of any length, of which only those in sight are in the document. One line at a time is the current one. */
export function LineGrid(props: LineGridProps) {
  const { grid, store, rows, selection, onSelect, isWrapped, query, sessionLines, causes } = props;
  const id = useId();
  useSyncExternalStore(store.subscribe, store.snapshot);
  const scroll = useRowScroll(rows.count, isWrapped);
  const { reveal, fullRows } = scroll;
  const first = Math.floor(scroll.top);
  const shown = Math.min(rows.count - first, Math.ceil(scroll.viewport / ROW_HEIGHT) + 1);
  useLayoutEffect(() => reveal(selection.current, selection.where), [selection, reveal]);
  useWanted(store, rows, first, shown);
  const expand = useCallback((line: number) => void store.expand(line), [store]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = keyTarget(event.key, selection.current, rows.count, Math.max(1, fullRows() - 1));
    if (target === undefined) return;
    event.preventDefault();
    onSelect(Math.max(0, Math.min(rows.count - 1, target)), event.shiftKey);
  };
  const from = Math.min(selection.anchor, selection.current);
  const to = Math.max(selection.anchor, selection.current);
  const isCurrentShown = selection.current >= first && selection.current < first + shown;
  return (
    <div ref={scroll.scroller} className={styles.scroller} onScroll={scroll.onScroll}>
      <div className={styles.content} style={{ height: scroll.height }}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are selected is a grid
          role="grid"
          aria-label="Lines"
          aria-multiselectable="true"
          aria-rowcount={rows.count}
          aria-activedescendant={isCurrentShown ? `${id}-${selection.current}` : undefined}
          tabIndex={0}
          className={isWrapped ? styles.wrapped : styles.grid}
          style={{ height: scroll.viewport, '--digits': `${digitsOf(rows)}ch` } as CSSProperties}
          onKeyDown={onKeyDown}
        >
          <tbody ref={scroll.list} className={styles.rows}>
            {Array.from({ length: Math.max(0, shown) }, (_, index) => {
              const row = first + index;
              const line = rows.lineAt(row);
              return (
                <LineRow
                  key={line}
                  id={`${id}-${row}`}
                  row={row}
                  line={line}
                  value={store.get(line)}
                  isSelected={row >= from && row <= to}
                  isCurrent={row === selection.current}
                  inSession={sessionLines !== undefined && includesLine(sessionLines, line)}
                  cause={causes.get(line)}
                  query={query}
                  canExpand={store.canExpand(line)}
                  onSelect={onSelect}
                  onExpand={expand}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function digitsOf(rows: RowMap): number {
  return formatCount(rows.lineAt(rows.count - 1)).length;
}

/** Asks for the lines in sight and, behind them, for those around. */
function useWanted(store: LineStore, rows: RowMap, first: number, shown: number): void {
  useEffect(() => {
    if (shown <= 0) return;
    const ahead = Math.ceil(shown * AHEAD);
    const from = Math.max(0, first - ahead);
    const to = Math.min(rows.count, first + shown + ahead);
    store.want(Array.from({ length: to - from }, (_, index) => rows.lineAt(from + index)));
  }, [store, rows, first, shown]);
}

function keyTarget(key: string, current: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return current + 1;
    case 'ArrowUp':
      return current - 1;
    case 'PageDown':
      return current + page;
    case 'PageUp':
      return current - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
