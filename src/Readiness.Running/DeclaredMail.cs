using System.Globalization;
using Readiness.Recording;
using Readiness.Sealing.Mailing;

namespace Readiness.Running;

/// <summary>What the configuration says of the e-mail, kept in the journal's first entry so that it can be made again.</summary>
public static class DeclaredMail
{
    public const string MaxMegabytesSetting = "mail.maxMegabytes";

    /// <summary>The most that the e-mail may measure, in megabytes; the default where the journal does not say.</summary>
    public static int MaxMegabytes(Journal journal) =>
        int.TryParse(journal.Run?.Settings.GetValueOrDefault(MaxMegabytesSetting), NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes > 0
            ? megabytes
            : RequestMail.DefaultMaxMegabytes;
}
