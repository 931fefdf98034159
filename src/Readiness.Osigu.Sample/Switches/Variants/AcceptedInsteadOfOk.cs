using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Acknowledges with 202 and an empty body.</summary>
internal sealed class AcceptedInsteadOfOk : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, _) => new AroundWebhook(async (delivery, cancel) =>
    {
        var answer = await inner.ReceiveAsync(delivery, cancel);
        return answer.Status is StatusCodes.Status200OK ? answer with { Status = StatusCodes.Status202Accepted } : answer;
    }));
}
