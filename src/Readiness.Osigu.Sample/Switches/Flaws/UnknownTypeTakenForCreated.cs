using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes every authorization event that is not one of the others for an approval.</summary>
internal sealed class UnknownTypeTakenForCreated : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IEventEffects>((inner, _) => new AroundEffects((connection, received) =>
        inner.Apply(connection, received.EventType.StartsWith("authorization.", StringComparison.Ordinal) && !received.IsOfDocumentedType()
            ? received with { EventType = "authorization.created" }
            : received)));
}
