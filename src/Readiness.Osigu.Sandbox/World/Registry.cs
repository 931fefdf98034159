using System.Diagnostics.CodeAnalysis;

namespace Readiness.Osigu.Sandbox;

/// <summary>Resources of one kind, in the order in which they were made. Guarded by the world's lock.</summary>
internal sealed class Registry<T>
    where T : class, IResource
{
    private readonly Dictionary<string, T> byId = new(StringComparer.Ordinal);
    private readonly List<T> all = [];

    public IReadOnlyList<T> All => all;

    public T Add(T resource)
    {
        byId.Add(resource.Id, resource);
        all.Add(resource);
        return resource;
    }

    public bool TryFind(string? id, [NotNullWhen(true)] out T? resource)
    {
        resource = id is null ? null : byId.GetValueOrDefault(id);
        return resource is not null;
    }

    public void Remove(T resource)
    {
        if (byId.Remove(resource.Id))
        {
            all.Remove(resource);
        }
    }

    /// <summary>Forgets everything but what is to be kept, and gives what was forgotten.</summary>
    public IReadOnlyList<T> Wipe(Predicate<T> keep)
    {
        IReadOnlyList<T> gone = [.. all.Where(resource => !keep(resource))];
        foreach (var resource in gone)
        {
            byId.Remove(resource.Id);
        }

        all.RemoveAll(resource => !keep(resource));
        return gone;
    }
}
