using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Completes the request first and uploads the document afterwards, as a file that may follow.</summary>
internal sealed class AttachesAfterCompletion : ISwitch
{
    public void Install(IServiceCollection services)
    {
        var waiting = new ConcurrentDictionary<string, Func<Task>>();
        services.Wrap<IAuthorizationApi>((inner, _) => new AroundCompletion(
            new AroundAttachment(inner, (request, _, attach) =>
            {
                waiting[request] = attach;
                return Task.CompletedTask;
            }),
            async (request, complete, _) =>
            {
                var state = await complete();
                if (waiting.TryRemove(request, out var attach))
                {
                    await attach();
                }

                return state;
            }));
    }
}
