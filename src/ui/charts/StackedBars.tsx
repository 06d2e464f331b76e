import { useMemo } from 'react';
import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { type BarPlace, barPaths, type Scale } from './bar-paths.ts';

interface StackedBarsProps {
  readonly place: BarPlace;
  /** From the bottom up; keeps its identity while the bars are the same. */
  readonly layers: readonly BarLayer[];
}

export interface BarLayer {
  /** A CSS colour from the theme. */
  readonly colour: string;
  /** One for each bar, 0 and up. */
  readonly heights: readonly number[];
}

/** Inside a chart, in place of a `Bar` for each layer. */
export function StackedBars({ place: { first, step, gap }, layers }: StackedBarsProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const paths = useMemo(() => {
    if (x === undefined || y === undefined) return [];
    const heights = layers.map((layer) => layer.heights);
    return barPaths(heights, { first, step, gap }, pixels(x), pixels(y));
  }, [x, y, layers, first, step, gap]);
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.bar}>
      {layers.map(({ colour }, index) => (
        <path key={colour} d={paths[index]} fill={colour} />
      ))}
    </ZIndexLayer>
  );
}

function pixels(scale: (value: number) => number | undefined): Scale {
  return (value) => scale(value) ?? 0;
}
