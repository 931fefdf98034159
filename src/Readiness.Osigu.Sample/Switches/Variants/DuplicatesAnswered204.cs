using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Acknowledges what it knows already with 204.</summary>
internal sealed class DuplicatesAnswered204 : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, _) => new AroundWebhook(async (delivery, cancel) =>
    {
        var answer = await inner.ReceiveAsync(delivery, cancel);
        return answer.IsDuplicate ? answer with { Status = StatusCodes.Status204NoContent } : answer;
    }));
}
