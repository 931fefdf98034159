// One file that opens from disk; nothing of this run is kept for the next.
export default {
  appendHistory: false,
  // The same words as in categories.json, which this version of the tool does not read.
  categories: [
    { name: "Waived: failed, and accepted for a while", matchers: { labels: { verdict: "waived" } } },
    { name: "Failed: seen to be false", matchers: { statuses: ["failed"] } },
    { name: "Inconclusive: the evidence does not decide", matchers: { statuses: ["broken"] } },
    { name: "Not run", matchers: { statuses: ["unknown"] } },
    { name: "Planned or not applicable: outside the decision", matchers: { statuses: ["skipped"] } },
  ],
  plugins: {
    awesome: {
      options: {
        singleFile: true,
        reportLanguage: "en",
        stepTreeExpansion: "expand_failed_only",
      },
    },
  },
};
