using System.Globalization;
using System.Text;

namespace Readiness.Reports.GitHub;

/// <summary>The job on GitHub that runs this process, where one does: told by annotations at its output, and by a summary.</summary>
public sealed class GitHubJob
{
    // GitHub shows ten of a kind for a step, and drops the rest without a word.
    private const int Most = 10;

    private readonly string? summary;
    private readonly string workspace;

    private GitHubJob(string? summary, string workspace) => (this.summary, this.workspace) = (summary, workspace);

    /// <summary>The job; null where this process is in none.</summary>
    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    public static GitHubJob? From(Func<string, string?> variable) => variable("GITHUB_ACTIONS") != "true" ? null
        : new GitHubJob(variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } file ? file : null, variable("GITHUB_WORKSPACE") is { Length: > 0 } root ? root : Environment.CurrentDirectory);

    /// <summary>A file as an annotation names it: from the root of the repository where it lies below it.</summary>
    public string Place(string path) => Path.GetRelativePath(workspace, Path.GetFullPath(path)).Replace('\\', '/');

    /// <summary>Tells annotations, at most ten of a level; the tenth says how many more there are.</summary>
    public static void Tell(IEnumerable<Annotation> annotations, TextWriter output)
    {
        foreach (var level in annotations.GroupBy(annotation => annotation.Level))
        {
            Annotation[] all = [.. level];
            foreach (var annotation in all.Length > Most ? [.. all[..(Most - 1)], More(all)] : all)
            {
                output.WriteLine(annotation.Command);
            }
        }
    }

    /// <summary>Adds Markdown to the summary of the step. A summary that cannot be written is told, and stops nothing.</summary>
    public void Summarise(string markdown, TextWriter output)
    {
        if (summary is null)
        {
            return;
        }

        try
        {
            File.AppendAllText(summary, markdown, new UTF8Encoding(false));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"GitHub's summary of this step was not written: {fault.Message}");
        }
    }

    private static Annotation More(Annotation[] all) => all[Most - 1] with
    {
        Title = string.Create(CultureInfo.InvariantCulture, $"and {all.Length - Most + 1} more"),
        Text = string.Join('\n', all[(Most - 1)..].Select(annotation => annotation.Title)),
        File = null,
        Line = null,
    };
}
