using System.Text;
using Readiness.Configuration;
using Readiness.Recording;
using Readiness.Running.Doctoring;
using Readiness.Sandbox.Hosting;

namespace Readiness.Running.Production;

/// <summary>Looks for the production host of any provider in what reaches the sandbox and in what the integration writes, and ends the run with the first.</summary>
/// <remarks>Safe for use by many threads.</remarks>
internal sealed class ProductionWatch(HarnessConfiguration configuration, JournalRecorder recorder, RunStop stop)
{
    /// <summary>The name under which <c>integration.harmless</c> means the integration's output.</summary>
    private const string Output = "output";

    private readonly IReadOnlyList<string> hosts = configuration.Hosts.Production;
    private readonly bool reads = configuration.Hosts.Production.Count > 0 && !configuration.Integration.Harmless.Keys.Contains(Output, StringComparer.OrdinalIgnoreCase);

    /// <summary>The application, with everything looked at that reaches it.</summary>
    public ISandboxApplication Over(ISandboxApplication application) => hosts.Count == 0 ? application : new WatchedApplication(application, this);

    /// <summary>Looks at a line that the integration wrote. A host that is only spoken of is none; a URL is.</summary>
    public void Line(string line, int number)
    {
        if (reads && HostNames.NamedInUrls(line, hosts) is { } host)
        {
            Found($"line {number} of the integration's output", host);
        }
    }

    /// <summary>Looks at a request.</summary>
    public void Request(IWireExchange exchange)
    {
        var call = $"a {exchange.Method} request to the sandbox";
        // CONNECT and the absolute form are what a client sends to a proxy: it was given the sandbox's address as one.
        var target = exchange.Target.Split('?', 2)[0];
        if ((exchange.Method == "CONNECT" ? HostNames.NamedIn(target, hosts) : HostNames.NamedInUrls(target, hosts)) is { } meant)
        {
            Found($"the target of {call}, which was meant for a proxy,", meant);
        }

        if (exchange.Headers.Value("Host") is { } named && HostNames.NamedIn(named, hosts) is { } asked)
        {
            Found($"the Host header of {call}", asked);
        }

        if (exchange.Body.Span.IndexOf("://"u8) >= 0 && HostNames.NamedInUrls(Encoding.UTF8.GetString(exchange.Body.Span), hosts) is { } sent)
        {
            Found($"a URL in the body of {call}", sent);
        }
    }

    /// <summary>Looks at bytes that were no request.</summary>
    /// <param name="what">As the host describes them, with the name that a client hello asks for.</param>
    public void Unreadable(string what)
    {
        if (HostNames.NamedIn(what, hosts) is { } host)
        {
            Found("a TLS client hello to the sandbox", host);
        }
    }

    private void Found(string where, string host)
    {
        recorder.Note(NoteNames.ProductionHostNamed, ("where", where), ("host", host));
        stop.End(ConfigurationFaults.ProductionTraffic.Seen(("where", where), ("host", host)));
    }
}
