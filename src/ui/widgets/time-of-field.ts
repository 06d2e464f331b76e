/** What a `datetime-local` field holds for a time, in UTC. */
export function fieldOfTime(time: number): string {
  return new Date(time).toISOString().slice(0, 23);
}

/** Its time; undefined where it holds none. */
export function timeOfField(text: string): number | undefined {
  const time = Date.parse(`${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}
