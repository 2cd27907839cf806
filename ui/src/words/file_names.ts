// Words that customers put into the names of files, in whatever language the window speaks.

/** Tell versions of one file apart. */
export const versionMarks: readonly string[] = ["最终版", "最终稿", "最终", "终稿", "定稿", "终版", "修改版", "修改稿", "修改", "已改", "改版", "改", "新版", "最新", "副本", "copy", "final", "revised", "new"];

/** Tell how pages count. */
export const countsMarks = {
  cover: ["封面展开", "展开封面", "展开", "cover spread"],
  spread: ["跨页", "对页", "spread"],
} as const;
