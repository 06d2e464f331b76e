import { type PointerEvent, useState } from 'react';
import { ReferenceArea, usePlotArea, useXAxisInverseScale } from 'recharts';
import { PlaceHandles } from './PlaceHandles.tsx';
import type { Place } from './place.ts';

interface PlaceBrushProps {
  /** From the first mark to the last. */
  readonly whole: Place;
  readonly chosen: Place | undefined;
  /** A value of the axis as it is said. */
  readonly format: (value: number) => string;
  readonly onChoose: (place: Place | undefined) => void;
}

/** Narrower than this, in pixels, is a click and chooses nothing. */
const NARROWEST = 4;

/** Inside a chart: dragging over it, or moving its two handles by arrow keys, chooses a part of its horizontal axis, which stays shaded. */
export function PlaceBrush({ whole, chosen, format, onChoose }: PlaceBrushProps) {
  const area = usePlotArea();
  const valueAt = useXAxisInverseScale();
  const [drag, setDrag] = useState<Place>();
  if (area === undefined || valueAt === undefined) return null;
  const xOf = ({ clientX, currentTarget }: PointerEvent<SVGRectElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return area.x + (area.width * Math.max(0, Math.min(width, clientX - left))) / width;
  };
  const placeOf = ({ from, to }: Place): Place => ({
    from: Number(valueAt(Math.min(from, to))),
    to: Number(valueAt(Math.max(from, to))),
  });
  const shown = drag ? placeOf(drag) : chosen;
  return (
    <>
      {shown && (
        <ReferenceArea
          x1={shown.from}
          x2={shown.to}
          ifOverflow="hidden"
          fill="var(--accent)"
          fillOpacity={0.18}
          stroke="var(--accent)"
        />
      )}
      <rect
        {...area}
        fill="transparent"
        data-brush=""
        style={{ cursor: 'col-resize', touchAction: 'pan-y' }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: xOf(event), to: xOf(event) });
        }}
        onPointerMove={(event) => {
          const x = xOf(event);
          setDrag((now) => now && { ...now, to: x });
        }}
        onPointerUp={(event) => {
          if (drag === undefined) return;
          setDrag(undefined);
          const moved = { ...drag, to: xOf(event) };
          if (Math.abs(moved.to - moved.from) >= NARROWEST) onChoose(placeOf(moved));
        }}
        onPointerCancel={() => setDrag(undefined)}
      />
      <PlaceHandles whole={whole} chosen={chosen} format={format} onChoose={onChoose} />
    </>
  );
}
