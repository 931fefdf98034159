using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Keeps to the password that was sent first, whatever its age and whatever the provider says of it.</summary>
internal sealed class ExpiredPasswordReused : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<IPasswordBook, ForGood>();

    private sealed class ForGood : IPasswordBook
    {
        private readonly ConcurrentDictionary<string, string> sent = new();

        public void Save(string subject, string otpId, DateTimeOffset expiresAt) => sent.TryAdd(subject, otpId);

        public string? Find(string subject, DateTimeOffset now) => sent.GetValueOrDefault(subject);

        public void Forget(string subject)
        {
        }
    }
}
