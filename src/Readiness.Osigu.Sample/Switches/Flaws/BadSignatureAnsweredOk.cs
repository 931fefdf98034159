using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Ignores a forged event, but answers as if it had been taken.</summary>
internal sealed class BadSignatureAnsweredOk : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, _) => new AroundWebhook(async (delivery, cancel) =>
    {
        var answer = await inner.ReceiveAsync(delivery, cancel);
        return answer.Status is StatusCodes.Status401Unauthorized ? new WebhookAnswer(StatusCodes.Status200OK) : answer;
    }));
}
