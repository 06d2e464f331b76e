/** Since 1970-01-01T00:00:00Z where it is a point in time; NaN where a line carries none. */
export type Milliseconds = number;
export type Bytes = number;
/** Natural-log information: surprise = -ln(probability). */
export type Nats = number;
/** In [0, 1]. */
export type Probability = number;
