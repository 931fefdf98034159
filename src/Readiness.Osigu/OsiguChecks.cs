using Readiness.Checks;

namespace Readiness.Osigu;

/// <summary>Every check of the profile.</summary>
public static class OsiguChecks
{
    /// <summary>One of each, by name. A check takes nothing but the journal, so one of each serves every scenario.</summary>
    public static IReadOnlyList<ICheck> All { get; } =
    [
        .. typeof(OsiguChecks).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(ICheck)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (ICheck)Activator.CreateInstance(type)!),
    ];

    /// <summary>The check of that class name, or null where there is none.</summary>
    public static ICheck? Find(string name) => All.FirstOrDefault(check => check.Name == name);
}
