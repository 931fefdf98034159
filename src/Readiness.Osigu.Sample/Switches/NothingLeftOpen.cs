using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>Never finds a request to continue.</summary>
internal sealed class NothingLeftOpen : IOpenRequests
{
    public string? Find(string orderKey) => null;
}
