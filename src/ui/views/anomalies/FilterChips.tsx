import { formatCount, formatNumberOf, formatTime } from '../../../core/base/format.ts';
import type { FindingFilter } from '../../../core/report/finding-filter.ts';
import { useAppState, useCommands } from '../../context.ts';
import styles from './CauseFilter.module.css';

/** What the list leaves out beside causes; a chip takes it back. */
export function FilterChips({ isTimed }: { readonly isTimed: boolean }) {
  const { place, hidden } = useAppState((state) => state.filter);
  const { filter } = useCommands();
  if (place === undefined && hidden.size === 0) return null;
  return (
    <div className={styles.filter}>
      {place && (
        <button type="button" className={styles.chip} aria-pressed onClick={() => filter({ place: undefined })}>
          {placeText(place, isTimed)} <span aria-hidden="true">✕</span>
        </button>
      )}
      {hidden.size > 0 && (
        <button type="button" className={styles.chip} aria-pressed onClick={() => filter({ hidden: new Set() })}>
          {formatNumberOf(hidden.size, 'hidden reason')} <span aria-hidden="true">✕</span>
        </button>
      )}
    </div>
  );
}

function placeText({ from, to }: NonNullable<FindingFilter['place']>, isTimed: boolean): string {
  if (!isTimed) return `Lines ${formatCount(Math.ceil(from))} to ${formatCount(Math.floor(to))}`;
  return `${formatTime(from).slice(5, 19)} to ${formatTime(to).slice(5, 19)}`;
}
