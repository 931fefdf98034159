using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Answers 409 to an event that it knows, which brings it back for three days.</summary>
internal sealed class DuplicateAnsweredConflict : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, _) => new AroundWebhook(async (delivery, cancel) =>
    {
        var answer = await inner.ReceiveAsync(delivery, cancel);
        return answer.IsDuplicate ? answer with { Status = StatusCodes.Status409Conflict } : answer;
    }));
}
