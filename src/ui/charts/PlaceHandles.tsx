import { usePlotArea, useXAxisScale } from 'recharts';
import styles from './PlaceHandles.module.css';
import { movedEnd, type Place, type PlaceEnd } from './place.ts';

interface PlaceHandlesProps {
  readonly whole: Place;
  readonly chosen: Place | undefined;
  readonly format: (value: number) => string;
  readonly onChoose: (place: Place | undefined) => void;
}

const NAMES: Readonly<Record<PlaceEnd, string>> = { from: 'List from', to: 'List until' };
const WIDTH = 8;

/** The two ends of what is chosen, as sliders that arrow keys move. */
export function PlaceHandles({ whole, chosen, format, onChoose }: PlaceHandlesProps) {
  const area = usePlotArea();
  const scale = useXAxisScale();
  if (area === undefined || scale === undefined) return null;
  const place = chosen ?? whole;
  const move = (key: string, end: PlaceEnd): boolean => {
    const moved = movedEnd(key, end, place, whole);
    if (moved === undefined) return false;
    onChoose(moved.from <= whole.from && moved.to >= whole.to ? undefined : moved);
    return true;
  };
  return (['from', 'to'] as const).map((end) => {
    const at = Math.max(area.x, Math.min(area.x + area.width, scale(place[end]) ?? area.x));
    return (
      <rect
        key={end}
        role="slider"
        tabIndex={0}
        aria-label={NAMES[end]}
        aria-valuemin={whole.from}
        aria-valuemax={whole.to}
        aria-valuenow={place[end]}
        aria-valuetext={format(place[end])}
        className={styles.handle}
        x={at - WIDTH / 2}
        y={area.y}
        width={WIDTH}
        height={area.height}
        rx={2}
        onKeyDown={(event) => {
          if (!move(event.key, end)) return;
          event.preventDefault();
          // The chart moves its tooltip by the same keys.
          event.stopPropagation();
        }}
      />
    );
  });
}
