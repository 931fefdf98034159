using Readiness.Sandbox.Provider;

namespace Readiness.Osigu.Sandbox;

/// <summary>Finds the operation that a method and a path belong to.</summary>
internal sealed class RouteTable(IEnumerable<Endpoint> endpoints)
{
    private readonly Endpoint[] all = [.. endpoints];
    private readonly Dictionary<string, Endpoint> byOperation = endpoints.ToDictionary(endpoint => endpoint.Operation, StringComparer.Ordinal);

    public Endpoint this[string operation] => byOperation[operation];

    public Route? Find(string method, string path)
    {
        var segments = path.Split('/');
        foreach (var endpoint in all)
        {
            if (endpoint.Method == method && Match(endpoint, segments) is { } parameters)
            {
                return new Route(endpoint.Operation, parameters);
            }
        }

        return null;
    }

    /// <summary>The methods that an address has; none for an address that does not exist.</summary>
    public IReadOnlyList<string> Methods(string path)
    {
        var segments = path.Split('/');
        return [.. all.Where(endpoint => Match(endpoint, segments) is not null).Select(endpoint => endpoint.Method).Distinct().Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, string>? Match(Endpoint endpoint, string[] segments)
    {
        if (endpoint.Segments.Count != segments.Length)
        {
            return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < segments.Length; index++)
        {
            var expected = endpoint.Segments[index];
            if (expected.StartsWith('{') && segments[index].Length > 0)
            {
                parameters[expected[1..^1]] = Uri.UnescapeDataString(segments[index]);
            }
            else if (expected != segments[index])
            {
                return null;
            }
        }

        return parameters;
    }
}
