using Readiness.Running.Profiles;

namespace Readiness.Running.Doctoring;

/// <summary>Finds out which part of a path is doubled, missing or too much, by what the provider would know.</summary>
internal static class AddressGuess
{
    private const int MostTooMuch = 3;

    /// <summary>What is wrong with a path that the provider does not have, in words that follow the call; empty where nothing near is known.</summary>
    public static string Of(IProfileSession session, string method, string target)
    {
        var path = target.Split('?', 2)[0];
        bool Known(string other) => session.Provider.Route(method, other, []) is not null;

        var single = string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Prepend(""));
        if (single != path && Known(single))
        {
            return path.EndsWith('/') && path.TrimEnd('/') == single ? $"; {single} without the slash at its end would be known" : $"; {single} with one slash each would be known";
        }

        var segments = single.Split('/').Skip(1).ToArray();
        for (var cut = 1; cut <= Math.Min(MostTooMuch, segments.Length - 1); cut++)
        {
            var rest = $"/{string.Join('/', segments[cut..])}";
            if (Known(rest))
            {
                var before = $"/{string.Join('/', segments[..cut])}";
                return rest.StartsWith($"{before}/", StringComparison.Ordinal) ? $"; {before} stands there twice" : $"; {before} is too much: {rest} would be known";
            }
        }

        var prefix = Prefixes(session.TokenPath).FirstOrDefault(candidate => Known(candidate + single));
        return prefix is null ? "" : $"; {prefix} is missing at its beginning: {prefix}{single} would be known";
    }

    /// <summary>What the provider's paths begin with, by its token path: <c>/v1</c> and <c>/v1/oauth</c> for <c>/v1/oauth/token</c>.</summary>
    private static IEnumerable<string> Prefixes(string tokenPath)
    {
        var segments = tokenPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, Math.Max(0, segments.Length - 1)).Select(count => $"/{string.Join('/', segments[..count])}");
    }
}
