import type {
  Change, Crosswalk, Freshness, Index, IssueLine, Journal, Referential, RunReport, Status, Versions,
} from "./eduscol";

export function trades(record: Referential): string[] {
  const level: number | null = record.level;
  const later: unknown = "a_later_field" in record ? record.a_later_field : null;
  return record.trades.map((trade) => `${trade.masculine} / ${trade.feminine} ${level} ${later}`);
}
export const byNumber = (one: Change, other: Change): number => one.number - other.number;
export const ofCode = (pair: Crosswalk, code: string): boolean => pair.code === code;
export const rows = (index: Index): number => index.rows["referentials"] ?? 0;
export const severity = (issue: IssueLine): string => issue.severity;
export const latest = (file: Versions): string | null => file.latest;
export const failed = (report: RunReport): string[] =>
  report.checks.filter((check) => !check.passed).map((check) => check.name);
export const asked = (file: Freshness): Array<string | null> => file.pages.map((page) => page.asked_at);
export const cause = (status: Status): string | undefined => status.causes[0]?.fr;
export const isEnd = (line: Journal): boolean => line.event === "end";
// @ts-expect-error: a misspelt field
export const misspelt = (record: Referential): unknown => record.last_sesion;
// @ts-expect-error: a code is a text
export const wrong = (record: Referential): number => record.code;
