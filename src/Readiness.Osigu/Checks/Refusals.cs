using Readiness.Recording;

namespace Readiness.Osigu.Checks;

/// <summary>Why the provider's logic refused a call.</summary>
internal static class Refusals
{
    extension(Exchange exchange)
    {
        /// <summary>What was missing or wrong, as the sandbox noted it; null where it noted nothing.</summary>
        public string? WhyRefused => exchange.Annotation("missing") ?? exchange.Annotation("looked");
    }
}
