using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Files the document with the clinic's own order and never uploads it.</summary>
internal sealed class DocumentKeptInTheClinic : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.Wrap<IAuthorizationApi>((inner, _) => new AroundAttachment(inner, (_, _, _) => Task.CompletedTask));
}
