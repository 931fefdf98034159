using System.Text;
using System.Text.RegularExpressions;

namespace Readiness.Secrets.Allowing;

/// <summary>A pattern of paths: <c>*</c> and <c>?</c> stay within a folder, <c>**</c> does not. Case matters.</summary>
internal sealed class Glob(string pattern)
{
    private readonly Regex expression = new(Translated(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <param name="path">With forward slashes.</param>
    public bool Matches(string path) => expression.IsMatch(path);

    private static string Translated(string pattern)
    {
        var text = new StringBuilder("^");
        for (var index = 0; index < pattern.Length; index++)
        {
            var rest = pattern.AsSpan(index);
            if (rest.StartsWith("**/"))
            {
                text.Append("(.*/)?");
                index += 2;
            }
            else if (rest.StartsWith("**"))
            {
                text.Append(".*");
                index++;
            }
            else
            {
                text.Append(pattern[index] switch { '*' => "[^/]*", '?' => "[^/]", var other => Regex.Escape(other.ToString()) });
            }
        }

        return text.Append('$').ToString();
    }
}
