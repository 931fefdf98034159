using Readiness.Checklist;
using Readiness.Recording;
using Readiness.Verdicts;

namespace Readiness.Sealing.Verifying;

/// <summary>A profile that this harness has.</summary>
/// <param name="Judge">Judges a journal; what a journal alone does not say, such as how the run ended, comes from the recorded result.</param>
public sealed record KnownProfile(ProviderChecklist Checklist, Func<Journal, RunResult, RunResult> Judge);
