using System.Globalization;

namespace Readiness.Secrets.Allowing;

/// <summary>What is wrong with an allow file.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Problem">What is wrong, and what is expected instead. Holds no value of the file but names of rules and dates.</param>
public sealed record AllowProblem(string File, int Line, string Problem)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Problem}");
}
