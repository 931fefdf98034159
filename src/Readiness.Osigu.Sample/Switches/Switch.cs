using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>One deliberate deviation from the sample, known by the name of its class. <c>switches.json</c> says what it is for.</summary>
internal interface ISwitch
{
    /// <summary>Replaces, wraps or adds parts. The parts themselves know nothing of it.</summary>
    void Install(IServiceCollection services);
}
