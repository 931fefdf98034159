using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>Ways to change how the clinic is put together, without a word about it in the parts.</summary>
internal static class Rewiring
{
    /// <summary>Puts something around a part.</summary>
    public static void Wrap<T>(this IServiceCollection services, Func<T, IServiceProvider, T> around)
        where T : class
    {
        var inner = services.Last(part => part.ServiceType == typeof(T) && !part.IsKeyedService);
        services.Remove(inner);
        services.AddSingleton(all => around((T)Make(inner, all), all));
    }

    /// <summary>Puts something around an operation.</summary>
    public static void WrapOperation(this IServiceCollection services, string name, Func<IOperation, IServiceProvider, IOperation> around)
    {
        var inner = services.Last(part => part.ServiceType == typeof(IOperation) && part.IsKeyedService && Equals(part.ServiceKey, name));
        services.Remove(inner);
        services.AddKeyedSingleton(name, (all, key) => around((IOperation)MakeKeyed(inner, all, key), all));
    }

    /// <summary>Takes another part instead.</summary>
    public static void Swap<T, TOther>(this IServiceCollection services)
        where T : class
        where TOther : class, T => services.Replace(ServiceDescriptor.Singleton<T, TOther>());

    /// <summary>Changes numbers of the retry policy.</summary>
    public static void ChangeRetries(this IServiceCollection services, Func<RetryRules, RetryRules> change) =>
        services.Wrap<RetryRules>((rules, _) => change(rules));

    /// <summary>Adds a layer on the way to the API.</summary>
    public static void AddApiLayer(this IServiceCollection services, int depth, Func<IServiceProvider, DelegatingHandler> create) =>
        services.AddSingleton(new ApiLayer("switch", depth, create));

    /// <summary>Takes another layer instead of a named one.</summary>
    public static void SwapApiLayer(this IServiceCollection services, string name, Func<IServiceProvider, DelegatingHandler> create)
    {
        var inner = services.Single(part => part.ImplementationInstance is ApiLayer layer && layer.Name == name);
        services.Remove(inner);
        services.AddSingleton((ApiLayer)inner.ImplementationInstance! with { Create = create });
    }

    private static object Make(ServiceDescriptor part, IServiceProvider all) =>
        part.ImplementationInstance
        ?? part.ImplementationFactory?.Invoke(all)
        ?? ActivatorUtilities.CreateInstance(all, part.ImplementationType!);

    private static object MakeKeyed(ServiceDescriptor part, IServiceProvider all, object? key) =>
        part.KeyedImplementationInstance
        ?? part.KeyedImplementationFactory?.Invoke(all, key)
        ?? ActivatorUtilities.CreateInstance(all, part.KeyedImplementationType!);
}
