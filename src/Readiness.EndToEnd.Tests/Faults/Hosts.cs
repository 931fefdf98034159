using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>Hosts of a known provider. Only its own folders name it, so these tests ask the program.</summary>
internal static class Hosts
{
    private static readonly Lazy<Task<string>> Asked = new(async () =>
    {
        using var workplace = new Workplace();
        workplace.Configure(StubConfiguration.Healthy());
        var (document, output) = await Examined.Document(workplace, new Dictionary<string, string>());
        var step = document["steps"]!.AsArray().SingleOrDefault(one => (string?)one!["step"] == "no production host is named") ?? throw new AssertionException(output);
        return ((string)step["found"]!).Split(',')[0];
    });

    /// <summary>A production host, as 'readiness doctor' says that it looks for it.</summary>
    public static Task<string> Production() => Asked.Value;
}
