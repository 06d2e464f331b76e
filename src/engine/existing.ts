/** @throws Error with the message where a stage that comes before has not made its result yet */
export function existing<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new Error(message);
  return value;
}
