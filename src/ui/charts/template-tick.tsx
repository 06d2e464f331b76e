const LABEL_WIDTH = 240;
const LABEL_LENGTH = 33;

/** An axis of templates, one after another, by their ids. */
export const TEMPLATE_AXIS = { type: 'category', width: LABEL_WIDTH, interval: 0 } as const;

interface TickProps {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: number };
}

/** @param texts by id */
export function templateTick(texts: ReadonlyMap<number, string>) {
  return ({ x, y, payload }: TickProps) => (
    <text x={x} y={y} dy="0.35em" textAnchor="end" fontSize={11} fill="var(--muted)">
      {shortened(texts.get(payload.value) ?? '')}
    </text>
  );
}

/** The tooltip and the table have the whole text. */
function shortened(text: string): string {
  return text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 1)}\u2026` : text;
}
