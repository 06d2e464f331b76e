import { formatCount, formatSeconds, formatTime } from '../../../core/base/format.ts';
import type { SessionReport, SessionRows } from '../../../core/report/log-report.ts';
import type { Column } from '../../widgets/column.ts';

/** The columns of the session table; a row is the index of its session. */
export function sessionColumns({ rows, split }: SessionReport): readonly Column<number>[] {
  const at = (column: Int32Array | Float64Array, row: number) => column[row] ?? Number.NaN;
  const duration = (row: number) => at(rows.lastTime, row) - at(rows.firstTime, row);
  return [
    {
      id: 'session',
      title: 'Session',
      width: 'minmax(0, 1fr)',
      cell: (row) => <code dir="auto">{idOf(rows, row)}</code>,
      sortBy: (row) => idOf(rows, row),
    },
    {
      id: 'part',
      title: 'Part',
      width: '5.25rem',
      showFrom: 520,
      cell: (row) => partOf(split, row),
      sortBy: (row) => row,
    },
    {
      id: 'events',
      title: 'Events',
      width: '4rem',
      align: 'end',
      cell: (row) => formatCount(at(rows.events, row)),
      sortBy: (row) => at(rows.events, row),
    },
    {
      id: 'line',
      title: 'First line',
      width: '5rem',
      align: 'end',
      cell: (row) => formatCount(at(rows.firstLine, row)),
      sortBy: (row) => at(rows.firstLine, row),
    },
    {
      id: 'time',
      title: 'Begins (UTC)',
      width: '10.25rem',
      align: 'end',
      showFrom: 720,
      cell: (row) => formatTime(at(rows.firstTime, row)),
      sortBy: (row) => at(rows.firstTime, row),
    },
    {
      id: 'duration',
      title: 'Lasts',
      width: '5.5rem',
      align: 'end',
      showFrom: 420,
      cell: (row) => formatSeconds(duration(row) / 1000),
      sortBy: duration,
    },
  ];
}

function idOf(rows: SessionRows, row: number): string {
  return rows.ids[row] ?? '';
}

function partOf(split: SessionReport['split'], row: number): string {
  const at = row - split.earlier;
  if (at < 0) return 'earlier';
  if (at < split.training) return 'training';
  return at < split.training + split.validation ? 'held out' : 'later';
}
