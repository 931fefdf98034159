using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Lets a request lie that wants a document, and makes a new one when the document is there.</summary>
internal sealed class AbandonsIncompleteRequests : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<IOpenRequests, NothingLeftOpen>();
}
