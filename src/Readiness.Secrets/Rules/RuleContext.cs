namespace Readiness.Secrets.Rules;

/// <summary>What is known of a text beside its characters.</summary>
/// <param name="Name">The name of the file or entry.</param>
internal sealed record RuleContext(string Name)
{
    private static readonly HashSet<string> Code = new(StringComparer.OrdinalIgnoreCase)
    {
        ".c", ".cc", ".cjs", ".cpp", ".cs", ".dart", ".ex", ".exs", ".fs", ".go", ".gradle", ".groovy", ".h", ".hpp", ".java", ".jenkinsfile", ".js", ".jsx", ".kt", ".kts", ".lua", ".m", ".mjs", ".php", ".pl",
        ".pm", ".py", ".r", ".rb", ".rs", ".scala", ".sql", ".svelte", ".swift", ".tf", ".ts", ".tsx", ".vb", ".vue", ".ipynb",
    };

    /// <summary>True where a bare word is an expression, and values stand in quotes.</summary>
    public bool IsCode { get; } = Code.Contains(Path.GetExtension(Name));

    /// <summary>Files that hold digests of packages, made by tools.</summary>
    public bool IsLockFile { get; } = Name.EndsWith(".lock", StringComparison.OrdinalIgnoreCase) || Path.GetFileName(Name) is "package-lock.json" or "pnpm-lock.yaml" or "go.sum" or "packages.lock.json" or "npm-shrinkwrap.json" or ".terraform.lock.hcl" or "gradle.lockfile";
}
