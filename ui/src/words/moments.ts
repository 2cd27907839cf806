// When something happened, as typed for 代录: "09:30", "11-24 09:30", "2026-11-24 9:30" in the house's time zone.
//   readMoment(text, desk()?.today ?? "") → ISO text in UTC, or undefined;  momentNow() → what to prefill.
// The house reckons in Asia/Shanghai, which is eight hours ahead of UTC all year.

const AHEAD = 8 * 60 * 60 * 1000;
const PATTERN = /^(?:(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?[\sT]+)?(\d{1,2})[:：点](\d{1,2})?分?$/;

const plain = (text: string): string => text.normalize("NFKC").trim();

/** The moment meant, or undefined when it cannot be read. `today` is YYYY-MM-DD. */
export function readMoment(text: string, today: string): string | undefined {
  const match = PATTERN.exec(plain(text));
  const [thisYear, thisMonth, thisDay] = today.split("-").map(Number);
  if (match === null || thisYear === undefined || thisMonth === undefined || thisDay === undefined) return undefined;
  const [, year, month, day, hour, minute] = match.map((part) => (part === undefined ? undefined : Number(part)));
  const wall = [year ?? thisYear, month ?? thisMonth, day ?? thisDay, hour ?? 0, minute ?? 0] as const;
  const utc = new Date(Date.UTC(wall[0], wall[1] - 1, wall[2], wall[3], wall[4]));
  // 2-30 or 25:00 would roll over into another day: that is not what was meant.
  if (utc.getUTCMonth() + 1 !== wall[1] || utc.getUTCDate() !== wall[2] || utc.getUTCHours() !== wall[3] || utc.getUTCMinutes() !== wall[4]) return undefined;
  return new Date(utc.getTime() - AHEAD).toISOString();
}

/** Now, as one would type it. */
export function momentNow(now = new Date()): string {
  const wall = new Date(now.getTime() + AHEAD).toISOString();
  return `${wall.slice(0, 10)} ${wall.slice(11, 16)}`;
}
