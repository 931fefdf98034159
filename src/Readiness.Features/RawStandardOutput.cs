using System.Text;

namespace Readiness.Features;

/// <summary>The standard output of the process itself, past the writer by which NUnit captures <see cref="Console"/> for its results.</summary>
public static class RawStandardOutput
{
    /// <summary>Opens it for text, UTF-8 without a mark, every write going out at once.</summary>
    public static TextWriter Open() =>
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
}
