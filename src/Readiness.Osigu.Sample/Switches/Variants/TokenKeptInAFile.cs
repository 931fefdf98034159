using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Keeps its token in a file, where one of an earlier day still lies at the first start, and replaces it when it is refused.</summary>
internal sealed class TokenKeptInAFile : ISwitch
{
    private const string OfAnEarlierDay = "f1d7c0a2-5b3e-4e8f-9a61-7c02d4e8b935";

    public void Install(IServiceCollection services) =>
        services.Wrap<ITokenSource>((inner, all) => new Filed(inner, Path.Combine(all.GetRequiredService<ClinicSettings>().StateDirectory, "token.replaced")));

    private sealed class Filed(ITokenSource inner, string replaced) : ITokenSource
    {
        public Task<string> GetAsync(CancellationToken cancel) => File.Exists(replaced) ? inner.GetAsync(cancel) : Task.FromResult(OfAnEarlierDay);

        public void Discard(string rejected)
        {
            if (rejected == OfAnEarlierDay)
            {
                File.WriteAllText(replaced, "");
            }
            else
            {
                inner.Discard(rejected);
            }
        }
    }
}
