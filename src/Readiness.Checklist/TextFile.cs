using System.Reflection;
using System.Xml.Linq;

namespace Readiness.Checklist;

/// <summary>A resource file of words in one language: <c>&lt;texts language="es"&gt;&lt;text key="passed"&gt;aprobado&lt;/text&gt;&lt;/texts&gt;</c>.</summary>
/// <remarks>The build compares the keys of a project's files (build/Texts.targets): one that lacks a key of another does not build.</remarks>
public static class TextFile
{
    /// <summary>The texts by key.</summary>
    /// <param name="name">The resource's name in that assembly, such as <c>texts/es.xml</c>.</param>
    /// <exception cref="InvalidOperationException">The assembly was built without it.</exception>
    /// <exception cref="ArgumentException">A key stands in it twice; the message names it.</exception>
    public static IReadOnlyDictionary<string, string> Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the assembly was built without its resource '{name}'");
        return XDocument.Load(stream).Root!.Elements("text").ToDictionary(text => text.Attribute("key")!.Value, text => text.Value);
    }
}
