/** Whether an option is a whole number, and no less than asked for. */
export function isWhole(value: number, least = Number.MIN_SAFE_INTEGER): boolean {
  return Number.isSafeInteger(value) && value >= least;
}
