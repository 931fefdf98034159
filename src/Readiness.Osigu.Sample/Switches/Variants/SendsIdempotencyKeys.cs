using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Gives every write an <c>Idempotency-Key</c>, the same for its repetitions, although the provider documents none.</summary>
internal sealed class SendsIdempotencyKeys : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(5, _ => new AroundCall((request, send, _) =>
    {
        if (request.Method == HttpMethod.Post)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
        }

        return send(request);
    }));
}
