import { lineBytes } from '../../core/scan/header-reader.ts';
import { Cells, splitAtSpaces } from '../../core/scan/records/cells.ts';
import { headerOfRecords, type RecordField, type RecordFormat } from '../../core/scan/records/record-format.ts';
import type { DetectFormat } from './format-candidate.ts';
import { timeFormatOf, worthOfFormat } from './time-format.ts';

const SAMPLE = 500;
const TIMED_LINES = 100;
const LEAST_SHARE = 0.8;
const REQUEST_SHARE = 0.6;
const REQUEST = /^[A-Z][A-Z_-]{1,19} \S.* HTTP\/\d/;
const STATUS = /^[1-5]\d\d$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*)(?::\d+)?$/i;
const REQUEST_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=.*\d)[0-9a-f]{16,64})$/i;
const QUOTE = '"';

interface Cell {
  readonly text: string;
  readonly isQuoted: boolean;
}

/**
 * Lines of web servers and proxies: cells set apart by spaces, among them a time, a quoted request and a status. Who asked
 * and for which host are known by their values and their places.
 */
export const detectAccess: DetectFormat = ({ lines }) => {
  const rows = lines.slice(0, SAMPLE).map(cellsOf);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const shareAt = (column: number, test: (cell: Cell) => boolean) =>
    rows.filter((row) => row[column] !== undefined && test(row[column] as Cell)).length / rows.length;
  const find = (from: number, share: number, test: (cell: Cell) => boolean) =>
    Array.from({ length: width }, (_, column) => column).find(
      (column) => column >= from && shareAt(column, test) >= share,
    );
  const request = find(0, REQUEST_SHARE, ({ text, isQuoted }) => isQuoted && REQUEST.test(text));
  if (request === undefined) return undefined;
  const isStatus = ({ text }: Cell) => STATUS.test(text);
  const status = find(request, LEAST_SHARE, isStatus) ?? find(0, LEAST_SHARE, isStatus);
  const time = timeOf(rows, width);
  const client = find(0, LEAST_SHARE, ({ text }) => ADDRESS.test(text));
  const id = find(0, LEAST_SHARE, ({ text }) => REQUEST_ID.test(text));
  const fields = fieldsOf({ time: time?.column, request, status, client, id });
  const records: RecordFormat = { syntax: { kind: 'access' }, fields };
  const isQuoted = (cell: Cell) => cell.isQuoted;
  const agent = status === request + 1 && [2, 3].every((behind) => shareAt(status + behind, isQuoted) >= LEAST_SHARE);
  return {
    name: agent ? 'Access log, combined format' : 'Access log',
    header: headerOfRecords(records, time?.format ?? ''),
    records,
    share: shareAt(request, isQuoted),
  };
};

function cellsOf(line: string): Cell[] {
  const cells = new Cells();
  const bytes = lineBytes(line);
  if (!splitAtSpaces(bytes, 0, bytes.length - 1, cells)) return [];
  return Array.from({ length: cells.count }, (_, index) => {
    const start = cells.starts[index] as number;
    return { text: line.slice(start, cells.ends[index]), isQuoted: line[start - 1] === QUOTE };
  });
}

function timeOf(rows: readonly Cell[][], width: number): { column: number; format: string } | undefined {
  let best: { column: number; format: string; worth: number } | undefined;
  for (let column = 0; column < width; column++) {
    const time = timeFormatOf(rows.slice(0, TIMED_LINES).map((row) => row[column]?.text ?? ''));
    if (time === undefined || time.share < LEAST_SHARE) continue;
    const worth = worthOfFormat(time.format);
    if (best === undefined || worth > best.worth) best = { column, format: time.format, worth };
  }
  return best;
}

interface Places {
  readonly time: number | undefined;
  readonly request: number;
  readonly status: number | undefined;
  /** The first address. */
  readonly client: number | undefined;
  /** What names the request in all programs that serve it. */
  readonly id: number | undefined;
}

/** Client, identity and user stand before the time; a host may stand before the client. */
function fieldsOf({ time, request, status, client: address, id }: Places): RecordField[] {
  const field = (role: RecordField['role'], name: string, column: number, as: RecordField['as'] = 'text') => ({
    role,
    name,
    path: [column],
    as,
  });
  const isClassic = time !== undefined && time >= 3 && time < request;
  const client = isClassic ? time - 3 : address;
  return [
    ...(time === undefined ? [] : [field('time', 'time', time)]),
    ...(isClassic && time > 3 ? [field('column', 'host', time - 4)] : []),
    ...(client === undefined || client === time ? [] : [field('column', 'client', client)]),
    ...(isClassic ? [field('column', 'user', time - 1)] : []),
    ...(id === undefined ? [] : [field('column', 'request_id', id)]),
    field('content', 'request', request, 'request'),
    ...(status === undefined ? [] : [field('content', 'status', status, 'code')]),
  ];
}
