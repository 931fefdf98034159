namespace Readiness.Osigu.Sample.Repository;

/// <summary>What lies in the clinic's repository.</summary>
internal interface ISourceTree
{
    /// <summary>Every commit's files, oldest first. The last is what is checked out.</summary>
    IReadOnlyList<IReadOnlyList<SourceFile>> Commits { get; }

    /// <summary>What a build made of it, which git ignores.</summary>
    IReadOnlyList<SourceFile> Built { get; }
}
