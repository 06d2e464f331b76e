import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTextScale } from '../text-scale.ts';
import { ROW_HEIGHT, ScrollMap } from './scroll-map.ts';

export interface RowScroll {
  /** What scrolls; it holds something of `height` pixels. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Holds the rows from `Math.floor(top)` on. */
  readonly list: RefObject<HTMLTableSectionElement | null>;
  readonly height: number;
  /** Of what is in sight, in CSS pixels. */
  readonly viewport: number;
  /** The row at the top, with the fraction of it that is out of sight. */
  readonly top: number;
  readonly onScroll: () => void;
  /** Brings a row into sight: into the upper part, or only as far as needed. */
  readonly reveal: (row: number, where: 'upper' | 'nearest') => void;
  /** Rows that are in sight as a whole. */
  readonly fullRows: () => number;
}

/** Scrolls a list of any number of rows, of which only those in sight are in the document. */
export function useRowScroll(rows: number, isWrapped: boolean): RowScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLTableSectionElement>(null);
  const viewport = useHeight(scroller);
  const rowHeight = ROW_HEIGHT * useTextScale();
  const map = useMemo(
    () => new ScrollMap(rows, viewport, isWrapped ? 1 : viewport / rowHeight),
    [rows, viewport, isWrapped, rowHeight],
  );
  const [wanted, setTop] = useState(0);
  const top = map.clamp(wanted);
  /** Where the scrollbar was put, to tell that from where a person puts it. */
  const put = useRef(0);

  // Heights of wrapped rows are known once they are there, which they may be without a change of the place.
  useLayoutEffect(() => {
    const first = list.current?.firstElementChild;
    if (!list.current || !(first instanceof HTMLElement)) return;
    list.current.style.transform = `translateY(${-Math.round((top % 1) * first.offsetHeight)}px)`;
  });

  // Only where the place changed: what else changes must not undo a scroll whose event is still to come.
  useLayoutEffect(() => {
    if (!scroller.current) return;
    const scroll = map.scrollOf(top);
    if (Math.abs(scroller.current.scrollTop - scroll) >= 1) scroller.current.scrollTop = scroll;
    put.current = scroller.current.scrollTop;
  }, [map, top]);

  useWheel(scroller, (pixels) => {
    const first = list.current?.firstElementChild;
    const height = first instanceof HTMLElement ? first.offsetHeight : rowHeight;
    setTop((before) => map.clamp(map.clamp(before) + pixels / height));
  });

  const fullRows = useCallback(() => countFullRows(list.current, viewport), [viewport]);
  const reveal = useCallback(
    (row: number, where: 'upper' | 'nearest') => {
      const full = fullRows();
      setTop((before) => {
        if (where === 'upper') return row - Math.floor(full / 3);
        if (row < before) return row;
        return row < Math.floor(before) + full ? before : row - full + 1;
      });
    },
    [fullRows],
  );
  const onScroll = () => {
    const scroll = scroller.current?.scrollTop ?? 0;
    if (Math.abs(scroll - put.current) >= 1) setTop(map.topOf(scroll));
  };
  return { scroller, list, height: map.height, viewport, top, onScroll, reveal, fullRows };
}

function countFullRows(list: HTMLElement | null, viewport: number): number {
  let height = 0;
  let full = 0;
  for (const row of list?.children ?? []) {
    if (row instanceof HTMLElement) height += row.offsetHeight;
    if (height > viewport) break;
    full++;
  }
  return Math.max(1, full);
}

/** A page of lines, for wheels that count in pages. */
const PAGE = 400;

/** A wheel that turns over a long list would pass a thousand rows with each pixel of the scrollbar. */
function useWheel(element: RefObject<HTMLElement | null>, onTurn: (pixels: number) => void): void {
  const latest = useRef(onTurn);
  useLayoutEffect(() => {
    latest.current = onTurn;
  });
  useEffect(() => {
    const { current } = element;
    const turn = (event: WheelEvent) => {
      if (event.deltaY === 0 || event.shiftKey || event.ctrlKey) return;
      event.preventDefault();
      latest.current(event.deltaY * ([1, ROW_HEIGHT, PAGE][event.deltaMode] ?? 1));
    };
    current?.addEventListener('wheel', turn, { passive: false });
    return () => current?.removeEventListener('wheel', turn);
  }, [element]);
}

function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    setHeight(element.current.clientHeight);
    const observer = new ResizeObserver(([entry]) => entry && setHeight(entry.target.clientHeight));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
