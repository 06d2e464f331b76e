import type { ComparedValue } from '../detect/values/compared-values.ts';
import type { Place } from '../drain/parameter-values.ts';
import type { ShownValue } from '../drain/summarise-parameter.ts';

/** What stands under one `<*>` of a line. */
export interface LineValue extends ShownValue {
  /** Which `<*>` among the template's tokens, from 0. */
  readonly wildcard: number;
  /** Where the template's text shows the `<*>`; undefined where the text cannot be told apart. */
  readonly place: Place | undefined;
  /** Beside what normal lines have there: a value may hold several numbers; identifiers hold none. */
  readonly compared: readonly ComparedValue[];
}
