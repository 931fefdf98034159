using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes the age of a delivery from created_at in its body, not from the time that was signed for this delivery.</summary>
internal sealed class FreshnessByCreatedAt : ISwitch
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    public void Install(IServiceCollection services)
    {
        OtherSignatures.Install(services, (_, _) => true);
        services.Wrap<ISignatureCheck>((inner, all) =>
        {
            var time = all.GetRequiredService<TimeProvider>();
            return new AroundSignature((header, body) =>
                ProviderEvent.TryRead(body.ToArray(), out var received)
                && received.CreatedAt is { } created
                && (time.GetUtcNow() - created).Duration() <= Tolerance
                && inner.Accepts(header, body));
        });
    }
}
