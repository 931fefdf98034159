using Readiness.Sandbox.Provider;

namespace Readiness.Sandbox.OtherRoutes;

/// <summary>One answer that somebody else gave already, in the form in which answers go onto the wire and into the journal.</summary>
internal sealed class AnsweredElsewhere(string party, ProviderAnswer answer) : IProvider
{
    public string Party => party;

    public Route? Route(string method, string path) => null;

    public ProviderAnswer Answer(ProviderCall call) => answer;
}
