import { defineConfig } from "vitest/config";

// The page is embedded in the program and reads nothing over the network: relative addresses, no
// inlined assets beyond a few bytes (the content policy refuses data: scripts), one style sheet.
export default defineConfig({
  base: "./",
  clearScreen: false,
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: ["es2022", "safari15"],
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
  },
  test: { environment: "happy-dom", include: ["tests/**/*.test.ts"] },
});
