namespace Readiness.Osigu.Sample.Provider;

/// <summary>One page of a list.</summary>
internal sealed record PageOf<T>
{
    public IReadOnlyList<T> Content { get; init; } = [];

    public PagePosition Page { get; init; } = new();
}

/// <summary>Where a page stands. Counted from 0.</summary>
internal sealed record PagePosition
{
    public int Number { get; init; }

    public int TotalPages { get; init; }
}
