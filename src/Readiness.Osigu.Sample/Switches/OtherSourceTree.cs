using Readiness.Osigu.Sample.Repository;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The source tree with something more in it.</summary>
internal sealed class OtherSourceTree : ISourceTree
{
    public required IReadOnlyList<IReadOnlyList<SourceFile>> Commits { get; init; }

    public required IReadOnlyList<SourceFile> Built { get; init; }
}
