import { CHART_TEXT } from './axis.ts';

const LABEL_WIDTH = 240;
/** Characters of usual size that its labels have room for. */
const LABEL_LENGTH = 33;

/** An axis of templates, one after another, by their ids. */
export const TEMPLATE_AXIS = { type: 'category', width: LABEL_WIDTH, interval: 0 } as const;

interface TickProps<Id> {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: Id };
}

/**
 * @param texts by id
 * @param scale of text: larger labels keep the width of the axis, and are cut earlier
 */
export function templateTick<Id>(texts: ReadonlyMap<Id, string>, scale: number) {
  const length = Math.max(1, Math.floor(LABEL_LENGTH / scale));
  return ({ x, y, payload }: TickProps<Id>) => (
    <text x={x} y={y} dy="0.35em" textAnchor="end" fontSize={CHART_TEXT} fill="var(--muted)">
      {shortened(texts.get(payload.value) ?? '', length)}
    </text>
  );
}

/** The tooltip and the table have the whole text. */
function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}\u2026` : text;
}
