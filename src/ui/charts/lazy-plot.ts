import { type ComponentType, lazy, memo } from 'react';

/**
 * The part of a chart that recharts draws: its code loads when it is first shown, and it is drawn again for other props
 * only, whatever else of its page is rendered anew.
 */
export function lazyPlot<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: memo(await load()) }));
}
