using Readiness.Recording;
using Readiness.Running.Profiles;
using Readiness.Sandbox.Hosting;

namespace Readiness.Running.Doctoring;

/// <summary>Why a healthy operation does not reach the sandbox, or not where it should.</summary>
internal sealed class ReachDiagnosis(RunContext context, IProfileSession session, IntegrationUnderTest integration, Uri sandbox)
{
    private const int MostCalls = 3;

    /// <param name="before">How many entries the journal had before the operation.</param>
    /// <param name="told">What the integration said, in words that go before the message.</param>
    /// <returns>Null where it was reached as it should be.</returns>
    public EnvironmentFaultException? Of(int before, bool succeeded, string told)
    {
        var journal = context.Recorder.Snapshot();
        Exchange[] seen = [.. journal.Exchanges.Where(exchange => exchange.Number > before)];
        Exchange[] asProxy = [.. seen.Where(exchange => exchange.Request.Method == "CONNECT" || exchange.Request.Target.Contains("://", StringComparison.Ordinal))];
        Exchange[] unknown = [.. seen.Where(exchange => exchange is { Request.Operation: null, Status: 404 }).Except(asProxy)];
        var address = ("sandbox", sandbox.ToString().TrimEnd('/'));

        // An integration that works may ask for whatever it likes beside.
        return succeeded && seen.Any(exchange => exchange.Request.Operation is not null) ? null
            : asProxy.Length > 0 ? ReachFaults.SandboxAsProxy.Seen(("calls", Calls(asProxy)))
            : unknown.Length > 0 ? ReachFaults.WrongAddress.Seen(("calls", Calls(unknown)), ("guess", AddressGuess.Of(session, unknown[0].Request.Method, unknown[0].Request.Target)))
            : seen.Length > 0 ? null
            : Unreadable(journal, before) is var (kind, what) ? FaultOf(kind).Seen(address, ("what", what))
            : Surroundings.ProviderHosts(context, integration.LastLines) is { Count: > 0 } places ? ReachFaults.OtherHost.Seen(address, ("told", told), ("places", string.Join("; ", places)))
            : Surroundings.ProxyVariables(context) is { Count: > 0 } variables ? ReachFaults.Proxy.Seen(address, ("told", told), ("variables", string.Join(", ", variables)))
            : ReachFaults.NotReached.Seen(address, ("told", told));
    }

    /// <summary>The last bytes that reached the sandbox and were no request, where TLS is what they lack or have too much.</summary>
    private static (UnreadableKind Kind, string What)? Unreadable(Journal journal, int before) =>
        journal.NotesNamed(NoteNames.UnreadableRequest).LastOrDefault(note => note.Number > before) is { } note
        && Enum.TryParse<UnreadableKind>(note["kind"], out var kind) && kind != UnreadableKind.NotHttp
            ? (kind, note["what"] ?? "")
            : null;

    private static DoctorFault FaultOf(UnreadableKind kind) => kind switch
    {
        UnreadableKind.TlsOnPlainPort => ReachFaults.TlsToPlainPort,
        UnreadableKind.PlainOnTlsPort => ReachFaults.PlainToTlsPort,
        UnreadableKind.NotTrusted => ReachFaults.CertificateNotTrusted,
        _ => ReachFaults.NoTls,
    };

    private static string Calls(IEnumerable<Exchange> exchanges) =>
        string.Join(", ", exchanges.Select(exchange => $"{exchange.Request.Method} {exchange.Request.Target}").Distinct().Take(MostCalls));
}
