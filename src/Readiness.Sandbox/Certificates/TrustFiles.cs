using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Readiness.Sandbox.Certificates;

/// <summary>Files by which programs in any language come to trust a run's authority. They hold certificates only, no key.</summary>
public sealed class TrustFiles
{
    private TrustFiles(string folder)
    {
        Authority = Path.Combine(folder, "ca.pem");
        Bundle = Path.Combine(folder, "ca-bundle.pem");
        TrustStore = Path.Combine(folder, "ca-truststore.p12");
    }

    /// <summary>The authority alone, as PEM: for what adds it to the authorities that are trusted anyway.</summary>
    public string Authority { get; }

    /// <summary>The authority and those that this machine trusts, as PEM: for what replaces the authorities that are trusted anyway.</summary>
    public string Bundle { get; }

    /// <summary>The same as <see cref="Bundle"/>, as a PKCS#12 trust store for Java. It needs no password, and takes any.</summary>
    public string TrustStore { get; }

    /// <summary>Writes them into a folder, which is made where it is not there; what an earlier run left is replaced.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be written.</exception>
    public static TrustFiles Write(string folder, X509Certificate2 authority)
    {
        var files = new TrustFiles(Path.GetFullPath(folder));
        Directory.CreateDirectory(folder);
        IReadOnlyList<X509Certificate2> all = [authority, .. TrustedByThisMachine()];
        Replace(files.Authority, Encoding.ASCII.GetBytes(authority.ExportCertificatePem() + "\n"));
        Replace(files.Bundle, Encoding.ASCII.GetBytes(string.Concat(all.Select(certificate => certificate.ExportCertificatePem() + "\n"))));
        Replace(files.TrustStore, JavaTrustStore.Encode(all));
        return files;
    }

    private static IEnumerable<X509Certificate2> TrustedByThisMachine()
    {
        using var machine = new X509Store(StoreName.Root, StoreLocation.LocalMachine);
        using var user = new X509Store(StoreName.Root, StoreLocation.CurrentUser);
        return [.. Certificates(machine).Concat(Certificates(user)).DistinctBy(certificate => certificate.Thumbprint)];
    }

    private static X509Certificate2Collection Certificates(X509Store store)
    {
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return store.Certificates;
        }
        catch (CryptographicException)
        {
            // A machine or a user without a store of its own trusts nothing that could be added.
            return [];
        }
    }

    // In one go, for an integration of an earlier run may be reading.
    private static void Replace(string path, byte[] content)
    {
        var fresh = path + ".new";
        File.WriteAllBytes(fresh, content);
        File.Move(fresh, path, overwrite: true);
    }
}
