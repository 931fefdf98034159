using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Repository;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Has examples with placeholders, references to variables, and a public key in its tree.</summary>
internal sealed class PlaceholdersInTheTree : ISwitch
{
    private const string PublicKey = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----

        """;

    public void Install(IServiceCollection services) => services.Wrap<ISourceTree>((tree, _) =>
    {
        SourceFile[] more =
        [
            SourceFile.Of(".env.sample", "OSIGU_CLIENT_ID=your-client-id\nOSIGU_CLIENT_SECRET=<your client secret>\nOSIGU_WEBHOOK_SECRET=changeme\n"),
            SourceFile.Of("deploy/compose.yaml", "services:\n  clinic:\n    environment:\n      OSIGU_CLIENT_SECRET: ${OSIGU_CLIENT_SECRET}\n      OSIGU_WEBHOOK_SECRET: ${OSIGU_WEBHOOK_SECRET:?is not set}\n"),
            SourceFile.Of("docs/aws.md", "Example from the manual: AKIAIOSFODNN7EXAMPLE\n"),
            SourceFile.Of("tests/public.pem", PublicKey),
        ];
        return new OtherSourceTree { Commits = [.. tree.Commits, [.. tree.Commits[^1], .. more]], Built = tree.Built };
    });
}
