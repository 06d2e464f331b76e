import { type RefObject, useId } from 'react';
import { countBelow } from '../../core/base/count-below.ts';
import { formatCount, formatNumberOf, formatShare } from '../../core/base/format.ts';
import type { SearchHits, SearchQuery } from '../../core/report/log-view.ts';
import { Button } from '../widgets/Button.tsx';
import fields from '../widgets/Field.module.css';
import { Check } from './Check.tsx';
import styles from './RawLog.module.css';
import { includesLine } from './row-map.ts';
import type { Search } from './use-search.ts';

/** More text than this is not looked for. */
const LONGEST_TEXT = 250;

interface SearchBoxProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly query: SearchQuery;
  readonly onChange: (query: SearchQuery) => void;
  readonly found: Search;
  /** The current line. */
  readonly line: number;
  /** To the next hit, or to the one before. */
  readonly onStep: (step: 1 | -1) => void;
}

export function SearchBox({ input, query, onChange, found, line, onStep }: SearchBoxProps) {
  const id = useId();
  const { hits, problem } = found;
  const isWalkable = hits !== undefined && hits.lines.length > 0;
  return (
    <search className={styles.search}>
      <input
        ref={input}
        type="search"
        className={fields.input}
        aria-label="Search raw log"
        aria-describedby={id}
        placeholder="Search raw log"
        maxLength={LONGEST_TEXT}
        value={query.text}
        onChange={(event) => onChange({ ...query, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
        }}
      />
      <Check label="Pattern" checked={query.isPattern} onChange={(isPattern) => onChange({ ...query, isPattern })} />
      <Check label="Match case" checked={query.matchCase} onChange={(matchCase) => onChange({ ...query, matchCase })} />
      <Button variant="quiet" aria-label="Previous match" disabled={!isWalkable} onClick={() => onStep(-1)}>
        <span aria-hidden="true">↑</span>
      </Button>
      <Button variant="quiet" aria-label="Next match" disabled={!isWalkable} onClick={() => onStep(1)}>
        <span aria-hidden="true">↓</span>
      </Button>
      <output id={id} className={problem ? styles.problem : styles.result}>
        {problem ? `${problem.message} ${problem.advice}` : hits && matchesText(hits, line)}
      </output>
    </search>
  );
}

/** `3 of 12,345 matches`; a line that matches counts once. */
function matchesText({ count, lines, done }: SearchHits, line: number): string {
  const place = includesLine(lines, line) ? `${formatCount(countBelow(lines, line) + 1)} of ` : '';
  const matches = count === 0 && done === 1 ? 'No matches' : formatNumberOf(count, 'match', 'matches');
  const running = done < 1 ? `, ${formatShare(Math.floor(done * 100) / 100)} searched` : '';
  const kept = count > lines.length ? `, the first ${formatCount(lines.length)} can be stepped through` : '';
  return `${place}${matches}${running}${kept}`;
}
