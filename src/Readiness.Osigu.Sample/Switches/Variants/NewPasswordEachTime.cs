using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Remembers no password: each time the clerk begins again, the person gets another message.</summary>
internal sealed class NewPasswordEachTime : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<IPasswordBook, Empty>();

    private sealed class Empty : IPasswordBook
    {
        public void Save(string subject, string otpId, DateTimeOffset expiresAt)
        {
        }

        public string? Find(string subject, DateTimeOffset now) => null;

        public void Forget(string subject)
        {
        }
    }
}
