using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>All switches, by name.</summary>
internal static class SwitchBoard
{
    public static IReadOnlyDictionary<string, Type> All { get; } = typeof(SwitchBoard).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(ISwitch)) && !type.IsAbstract)
        .ToDictionary(type => type.Name);

    /// <exception cref="SettingsException">A name is not known; the message lists those that are.</exception>
    public static void Install(IServiceCollection services, IReadOnlyList<string> names)
    {
        var unknown = names.Where(name => !All.ContainsKey(name)).ToArray();
        if (unknown.Length > 0)
        {
            throw new SettingsException(
                $"CLINIC_SWITCHES names {string.Join(", ", unknown)}, which does not exist. Known: {string.Join(", ", All.Keys.Order(StringComparer.Ordinal))}.");
        }

        foreach (var name in names)
        {
            ((ISwitch)Activator.CreateInstance(All[name])!).Install(services);
        }
    }
}
