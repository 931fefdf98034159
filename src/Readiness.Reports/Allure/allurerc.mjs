// One file that opens from disk; nothing of this run is kept for the next.
export default {
  appendHistory: false,
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
