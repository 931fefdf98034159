using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Knows <c>Retry-After</c> as a number only, and does not see one that is a date.</summary>
internal sealed class RetryAfterDateIgnored : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, _ => new AroundCall(async (request, send, _) =>
    {
        var answer = await send(request);
        if (answer.Headers.RetryAfter?.Date is not null)
        {
            answer.Headers.RetryAfter = null;
        }

        return answer;
    }));
}
