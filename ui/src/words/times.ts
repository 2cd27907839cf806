// Times and days as they stand on screen, in the house's own time zone: shortTime(iso) "11-23 09:12", shortDay("2026-12-08") "12-08".
// The year is shown where it is not this one; `today` comes from the core, never from this machine's clock.
import { desk } from "../api/desk";

const parts = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false });

const thisYear = (): string => (desk()?.today ?? "").slice(0, 4);

export function shortTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const part = Object.fromEntries(parts.formatToParts(time).map(({ type, value }) => [type, value]));
  const year = part["year"] === thisYear() ? "" : `${part["year"]}-`;
  return `${year}${part["month"]}-${part["day"]} ${part["hour"]}:${part["minute"]}`;
}

export const shortDay = (day: string): string => (day.startsWith(`${thisYear()}-`) ? day.slice(5) : day);
