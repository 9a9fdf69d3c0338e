import type { Change, Crosswalk, Index, IssueLine, Referential, Versions } from "./eduscol";

export function trades(record: Referential): string[] {
  const level: number | null = record.level;
  const later: unknown = record.a_later_field;
  return record.trades.map((trade) => `${trade.masculine} / ${trade.feminine} ${level} ${later}`);
}
export const byNumber = (one: Change, other: Change): number => one.number - other.number;
export const ofCode = (pair: Crosswalk, code: string): boolean => pair.code === code;
export const rows = (index: Index): number => index.rows["referentials"] ?? 0;
export const severity = (issue: IssueLine): string => issue.severity;
export const latest = (file: Versions): string | null => file.latest;
// @ts-expect-error: a code is a text
export const wrong = (record: Referential): number => record.code;
