using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Provider;

/// <summary>Whom the clinic takes for the provider: whoever has a certificate of an authority that the machine trusts, or of the one that the clinic was told.</summary>
internal static class ProviderTrust
{
    /// <exception cref="SettingsException">The file that was named holds no certificate.</exception>
    public static SslClientAuthenticationOptions Of(ClinicSettings settings)
    {
        if (settings.AuthorityFile is not { } file)
        {
            return new SslClientAuthenticationOptions();
        }

        var authority = Read(file);
        return new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                errors == SslPolicyErrors.None || (errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is not null && IsIssued(certificate, authority)),
        };
    }

    private static bool IsIssued(X509Certificate certificate, X509Certificate2 authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(new X509Certificate2(certificate));
    }

    private static X509Certificate2 Read(string file)
    {
        try
        {
            return X509Certificate2.CreateFromPem(File.ReadAllText(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new SettingsException($"The variable OSIGU_CA_FILE names {file}, which holds no certificate: {fault.Message}");
        }
    }
}
